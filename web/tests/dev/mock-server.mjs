// A stand-in for the server, for work on the pages alone: same addresses and shapes, state in memory, films from ffmpeg.
// It checks nothing and is not part of the product: node tests/dev/mock-server.mjs [port]
import { spawn } from "node:child_process";
import { createReadStream, existsSync, mkdirSync, mkdtempSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const port = Number(process.argv[2] ?? 5080);
const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "lucarne-mock-"));
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".m3u8": "application/vnd.apple.mpegurl",
  ".m4s": "video/iso.segment",
  ".mp4": "video/mp4",
  ".webp": "image/webp",
};

/** @type {Map<string, any>} */
const accounts = new Map();
/** @type {Map<string, string>} */
const sessions = new Map();
/** @type {Map<string, any>} */
const generations = new Map();
/** @type {any[]} */
let drafts = [];
/** @type {any[]} */
let posts = [];
let nextId = 1;

const palettes = [
  ["0x1b2735", "0xe8905a", "0x3b4a6b"],
  ["0x0d2b33", "0x7fd1b9", "0xf3e9d2"],
  ["0x2a1636", "0xff7f6a", "0xffd28a"],
  ["0x10212f", "0x5b8fb9", "0xe7d9c4"],
];

const newId = () => `01900000-0000-7000-8000-${String(nextId++).padStart(12, "0")}`;
const now = () => new Date().toISOString();

/** @param {string} text @param {number} status @param {string} code */
const problem = (status, code, text) => ({
  status,
  body: { type: "about:blank", title: text, status, detail: text, code },
});

/** @param {string[]} args */
function ffmpeg(args) {
  return new Promise((resolve, reject) => {
    const child = spawn("ffmpeg", ["-v", "error", "-y", ...args], { stdio: ["ignore", "ignore", "inherit"] });
    child.on("exit", (code) => (code === 0 ? resolve(undefined) : reject(new Error(`ffmpeg ${code}`))));
  });
}

/** @param {any} generation */
function sourceOf(generation) {
  const [a, b, c] = palettes[generation.seed % palettes.length] ?? [];
  const { width, height, seconds, fps } = generation;
  return [
    [
      "-f",
      "lavfi",
      "-i",
      `gradients=s=${width}x${height}:r=${fps}:d=${seconds}:c0=${a}:c1=${b}:c2=${c}:n=3:speed=0.02`,
    ],
    ["-f", "lavfi", "-i", `sine=frequency=220:duration=${seconds}:sample_rate=48000`],
  ].flat();
}

/** @param {string} prompt @param {number} seconds */
function screenplayOf(prompt, seconds) {
  const known = /** @type {[RegExp, string, string][]} */ ([
    [/\b(red|green|colourful|vintage)\b/gi, "colour", "red"],
    [/\brubber\b/gi, "material", "rubber"],
    [/\b(three|two|cinq|trois)\b/gi, "count", "3"],
    [/\b(ball|car|boat|marbles|duck|balloons|balle|voiture)\b/gi, "subject", "ball"],
    [/\b(bouncing|rolling|driving|drifting|falling)\b/gi, "action", "bounce"],
    [/\b(wooden)\b/gi, "material", "wood"],
    [/\b(staircase|ocean|village|street|road|mountains|escalier)\b/gi, "setting", "staircase"],
    [/\b(night|sunset|dawn|nuit)\b/gi, "time", "night"],
    [/\b(rain|snow|storm|pluie)\b/gi, "weather", "rain"],
    [/\b(close-up|tracking shot|drone shot)\b/gi, "camera", "close-up"],
  ]);
  const understood = known
    .flatMap(([pattern, kind, concept]) =>
      [...prompt.matchAll(pattern)].map((m) => ({ start: m.index, length: m[0].length, kind, concept })),
    )
    .sort((a, b) => a.start - b.start);
  const notUnderstood = [...prompt.matchAll(/\b(glorp|zibbling|frumious|bandersnatch)\b/gi)].map((m) => ({
    start: m.index,
    length: m[0].length,
    text: m[0],
    reason: "unknown",
  }));
  return {
    prompt,
    language: "en",
    seconds,
    shots: [{ startSeconds: 0, endSeconds: seconds }],
    understood,
    notUnderstood,
  };
}

/** @param {any} generation */
async function make(generation) {
  const place = join(folder, generation.id);
  const source = sourceOf(generation);
  mkdirSync(place);
  generation.status = "in_progress";
  generation.queuePosition = null;
  generation.startedAt = now();
  const started = Date.now();
  const base = `/api/generations/${generation.id}/stream/`;
  const ticker = setInterval(() => {
    generation.progress = Math.min(0.99, (Date.now() - started) / 1000 / generation.seconds);
    generation.etaSeconds = Math.max(0, generation.seconds - (Date.now() - started) / 1000);
    if (existsSync(join(place, "index.m3u8"))) {
      generation.stream = {
        playlistUrl: `${base}index.m3u8`,
        readySeconds: Math.floor(generation.progress * generation.seconds),
      };
    }
    tell(generation);
  }, 300);
  try {
    await ffmpeg([
      "-re",
      ...source,
      "-shortest",
      "-c:v",
      "libx264",
      "-preset",
      "ultrafast",
      "-g",
      String(generation.fps),
      "-pix_fmt",
      "yuv420p",
      "-c:a",
      "aac",
      "-f",
      "hls",
      "-hls_time",
      "1",
      "-hls_playlist_type",
      "event",
      "-hls_segment_type",
      "fmp4",
      "-hls_flags",
      "independent_segments",
      join(place, "index.m3u8"),
    ]);
    if (generation.status === "cancelled") return;
    await finish(generation, place);
  } catch {
    generation.status = "failed";
    generation.failure = { code: "engine_failed", message: "The engine stopped.", action: "Try again." };
  } finally {
    clearInterval(ticker);
    generation.finishedAt = now();
    tell(generation);
  }
}

/** @param {any} generation @param {string} place */
async function finish(generation, place) {
  await ffmpeg([
    "-i",
    join(place, "index.m3u8"),
    "-c",
    "copy",
    "-movflags",
    "+faststart",
    join(place, "video.mp4"),
  ]);
  await ffmpeg([
    "-i",
    join(place, "video.mp4"),
    "-vf",
    "scale=-2:480",
    "-an",
    "-preset",
    "ultrafast",
    join(place, "preview.mp4"),
  ]);
  await ffmpeg(["-i", join(place, "video.mp4"), "-frames:v", "1", join(place, "thumb.webp")]);
  const at = `/media/${generation.id}/`;
  generation.status = "completed";
  generation.progress = 1;
  generation.etaSeconds = 0;
  const draft = drafts.find((d) => d.generation === generation);
  if (draft) {
    const { width, height, fps, seconds } = generation;
    draft.video = {
      id: generation.id,
      width,
      height,
      fps,
      seconds,
      mp4Url: `${at}video.mp4`,
      hlsUrl: `${at}index.m3u8`,
      previewUrl: `${at}preview.mp4`,
      thumbnailUrl: `${at}thumb.webp`,
      contactSheetUrl: `${at}thumb.webp`,
      captionsUrl: null,
      sizeBytes: statSync(join(place, "video.mp4")).size,
      sha256: "0".repeat(64),
    };
  }
}

/** @type {Map<string, Set<import("node:http").ServerResponse>>} */
const watchers = new Map();

/** @param {any} generation */
function tell(generation) {
  for (const response of watchers.get(generation.id) ?? []) {
    response.write(`event: generation\ndata: ${JSON.stringify(generation)}\n\n`);
    if (["completed", "failed", "cancelled"].includes(generation.status)) response.end();
  }
}

/** @param {string} owner @param {any} body */
function generate(owner, body) {
  const [width, height] = String(body.size).split("x").map(Number);
  /** @type {any} */
  const generation = {
    id: newId(),
    owner,
    draftId: newId(),
    status: "queued",
    prompt: body.prompt,
    progress: 0,
    etaSeconds: null,
    queuePosition: 1,
    width,
    height,
    fps: 24,
    seconds: body.seconds,
    seed: body.seed ?? Math.floor(Math.random() * 1e6),
    engine: "diorama",
    postId: null,
    stream: null,
    failure: null,
    createdAt: now(),
    startedAt: null,
    finishedAt: null,
  };
  generations.set(generation.id, generation);
  drafts.unshift({ id: generation.draftId, owner, generation, video: null, read: false, createdAt: now() });
  if (/fail/.test(body.prompt)) {
    generation.status = "failed";
    generation.failure = { code: "engine_failed", message: "The engine stopped.", action: "Try again." };
  } else {
    setTimeout(() => void make(generation), 800);
  }
  return generation;
}

/** @param {any} account */
const meOf = (account) => ({
  id: account.id,
  handle: account.handle,
  displayName: account.displayName,
  administrator: account.administrator,
  locale: null,
  unreadDrafts: drafts.filter((d) => d.owner === account.handle && !d.read && d.video).length,
});

/**
 * @param {string} method @param {string} path @param {URLSearchParams} query @param {any} body @param {any} account
 * @returns {{ status?: number, body?: any, session?: string | null }}
 */
function answer(method, path, query, body, account) {
  const route = `${method} ${path}`;
  const id = path.split("/")[3] ?? "";
  if (route === "GET /api/instance") {
    return {
      body: {
        name: "Lucarne",
        version: "0.1.0",
        signUpsOpen: true,
        firstRun: accounts.size === 0,
        engines: [
          {
            id: "diorama",
            name: "Diorama",
            sizes: ["360x640", "720x1280", "640x360", "1280x720", "480x480", "720x720"],
            minSeconds: 4,
            maxSeconds: 25,
          },
        ],
        limits: {
          promptMaxCharacters: 4000,
          defaultSeconds: 8,
          activeGenerations: 3,
          handleMinCharacters: 3,
          handleMaxCharacters: 30,
          displayNameMaxCharacters: 50,
          passwordMinCharacters: 10,
          passwordMaxCharacters: 200,
          titleMaxCharacters: 120,
          captionMaxCharacters: 2200,
          altTextMaxCharacters: 1000,
        },
      },
    };
  }
  if (path.startsWith("/api/handles/"))
    return { body: { available: !accounts.has(id), reason: accounts.has(id) ? "taken" : null } };
  if (route === "POST /api/accounts") {
    if (accounts.has(body.handle)) return problem(409, "handle_taken", "That handle is taken.");
    const created = {
      id: newId(),
      handle: body.handle,
      displayName: body.displayName || body.handle,
      password: body.password,
      administrator: accounts.size === 0,
    };
    accounts.set(body.handle, created);
    return { status: 201, body: meOf(created), session: body.handle };
  }
  if (route === "POST /api/sessions") {
    const found = accounts.get(body.handle);
    if (found?.password !== body.password)
      return problem(401, "credentials_wrong", "Handle or password is wrong.");
    return { body: meOf(found), session: body.handle };
  }
  if (route === "DELETE /api/sessions/current") return { status: 204, session: null };
  if (route === "POST /api/screenplays") return { body: screenplayOf(body.prompt, body.seconds ?? 10) };
  if (route === "GET /api/feed") {
    const from = Number(query.get("cursor") ?? 0);
    const limit = Number(query.get("limit") ?? 8);
    const listed = posts.filter((p) => p.visibility === "public");
    return {
      body: {
        items: listed.slice(from, from + limit),
        next: from + limit < listed.length ? String(from + limit) : null,
      },
    };
  }
  if (path.startsWith("/api/posts/")) {
    const post = posts.find((p) => p.id === id);
    if (!post) return problem(404, "post_not_found", "There is no such post.");
    if (method === "DELETE") posts = posts.filter((p) => p !== post);
    return method === "DELETE"
      ? { status: 204 }
      : { body: { ...post, mine: post.author.handle === account?.handle } };
  }
  if (!account) return problem(401, "signed_out", "Sign in first.");
  if (route === "GET /api/me") return { body: meOf(account) };
  if (route === "POST /api/generations") return { status: 202, body: generate(account.handle, body) };
  if (route === "GET /api/generations")
    return {
      body: {
        items: [...generations.values()].filter(
          (g) => g.owner === account.handle && ["queued", "in_progress"].includes(g.status),
        ),
        next: null,
      },
    };
  if (path.startsWith("/api/generations/")) {
    const generation = generations.get(id);
    if (!generation) return problem(404, "generation_not_found", "There is no such generation.");
    if (path.endsWith("/cancel")) generation.status = "cancelled";
    return { body: generation };
  }
  const mine = drafts.filter((d) => d.owner === account.handle);
  if (route === "GET /api/drafts") return { body: { items: mine, next: null } };
  const draft = mine.find((d) => d.id === id);
  if (!draft) return problem(404, "draft_not_found", "There is no such draft.");
  if (path.endsWith("/read")) draft.read = true;
  if (path.endsWith("/publish")) {
    const post = {
      id: newId(),
      author: { handle: account.handle, displayName: account.displayName },
      title: body.title ?? null,
      caption: body.caption ?? null,
      altText: body.altText ?? null,
      prompt: draft.generation.prompt,
      engine: "diorama",
      video: draft.video,
      visibility: body.visibility,
      createdAt: now(),
      mine: true,
    };
    posts.unshift({ ...post, shareUrl: `http://127.0.0.1:${port}/p/${post.id}` });
    return { status: 201, body: posts[0] };
  }
  if (method === "DELETE") drafts = drafts.filter((d) => d !== draft);
  return method === "DELETE" ? { status: 204 } : { body: draft };
}

/** @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response @param {string} file */
function sendFile(request, response, file) {
  if (!existsSync(file) || !statSync(file).isFile()) return void response.writeHead(404).end();
  const { size } = statSync(file);
  const headers = {
    "Content-Type": types[/** @type {keyof typeof types} */ (extname(file))] ?? "application/octet-stream",
    "Accept-Ranges": "bytes",
  };
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "");
  const start = range ? Number(range[1]) : 0;
  const end = range?.[2] ? Math.min(Number(range[2]), size - 1) : size - 1;
  response.writeHead(range ? 206 : 200, {
    ...headers,
    "Content-Length": end - start + 1,
    ...(range ? { "Content-Range": `bytes ${start}-${end}/${size}` } : {}),
  });
  createReadStream(file, { start, end }).pipe(response);
}

createServer(async (request, response) => {
  const url = new URL(request.url ?? "/", `http://127.0.0.1:${port}`);
  const path = normalize(url.pathname);
  const session = /lucarne_session=([^;]+)/.exec(request.headers.cookie ?? "")?.[1] ?? "";
  const account = accounts.get(sessions.get(session) ?? "");
  const stream = /^\/api\/generations\/([^/]+)\/stream\/(.+)$/.exec(path);
  const events = /^\/api\/generations\/([^/]+)\/events$/.exec(path);
  if (stream) return sendFile(request, response, join(folder, stream[1] ?? "", stream[2] ?? ""));
  if (path.startsWith("/media/")) return sendFile(request, response, join(folder, path.slice(7)));
  if (events) {
    const generation = generations.get(events[1] ?? "");
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    const set = watchers.get(generation.id) ?? new Set();
    watchers.set(generation.id, set.add(response));
    request.on("close", () => set.delete(response));
    return tell(generation);
  }
  if (path.startsWith("/api/")) {
    let text = "";
    for await (const chunk of request) text += chunk;
    const result = answer(
      request.method ?? "GET",
      path,
      url.searchParams,
      text ? JSON.parse(text) : {},
      account,
    );
    if (result.session !== undefined) {
      const token = newId();
      if (result.session) sessions.set(token, result.session);
      response.setHeader("Set-Cookie", `lucarne_session=${result.session ? token : ""}; Path=/; HttpOnly`);
    }
    const status = result.status ?? 200;
    response.writeHead(status, {
      "Content-Type": status >= 400 ? "application/problem+json" : "application/json",
    });
    return response.end(result.body === undefined ? "" : JSON.stringify(result.body));
  }
  const file = join(dist, path);
  sendFile(request, response, existsSync(file) && statSync(file).isFile() ? file : join(dist, "index.html"));
}).listen(port, "127.0.0.1", () => console.log(`Mock server on http://127.0.0.1:${port}`));
