/** Keeps the shell, and the films that were last watched, for when there is no connection. It never answers a write, and keeps nothing private but the last lists. */
const worker = self as unknown as ServiceWorkerGlobalScope;

/** Every file of the client, written in by the build: a new build is a new worker. */
const shell = "__SHELL__" as unknown as readonly string[];

const stores = { shell: "shell", films: "films", pictures: "pictures", answers: "answers" } as const;
interface Bounds {
  readonly count: number;
  readonly bytes: number;
}
/** What is kept at most; the oldest leave first. */
const filmBounds: Bounds = { count: 24, bytes: 160_000_000 };
const pictureBounds: Bounds = { count: 300, bytes: 24_000_000 };
/** Pages of lists and single films; what is told about oneself and the installation is three more. */
const answersMax = 60;
/** A file beyond this is shown, and not kept. */
const fileMaxBytes = 32_000_000;
/** How long a page waits for the server before the kept shell is shown. */
const navigationTimeoutMs = 4000;
const serverPaths = /^\/(api|media|v1|p|healthz|readyz|metrics)(\/|$)/;
/** Lists and films that make sense without a connection. */
const keptAnswers = /^\/api\/(instance|me|me\/settings|feed|posts\/[0-9a-f-]{36})$/;
const countedAnswers = /^\/api\/(feed|posts)/;

/** An install event of browsers that know static routes, which `lib.webworker` does not describe. */
interface RoutedInstallEvent {
  addRoutes?(rule: { condition: { requestMethod: string }; source: "network" }): Promise<void>;
}

worker.addEventListener("install", (event) => {
  // What a closing page sends is lost on the way through a worker: writes go past it.
  const routed = (event as RoutedInstallEvent).addRoutes?.({
    condition: { requestMethod: "POST" },
    source: "network",
  });
  if (routed) event.waitUntil(routed);
  event.waitUntil(
    (async () => {
      const cache = await caches.open(stores.shell);
      await cache.addAll(["/", ...shell]);
      await worker.skipWaiting();
    })(),
  );
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(stores.shell);
      const wanted = new Set(["/", ...shell]);
      for (const request of await cache.keys()) {
        if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request);
      }
      const known = new Set<string>(Object.values(stores));
      for (const name of await caches.keys()) if (!known.has(name)) await caches.delete(name);
      await worker.clients.claim();
    })(),
  );
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (!serverPaths.test(url.pathname)) event.respondWith(page(request));
  } else if (url.pathname.startsWith("/media/")) {
    event.respondWith(media(event));
  } else if (keptAnswers.test(url.pathname)) {
    event.respondWith(answer(request));
  } else if (shell.includes(url.pathname)) {
    event.respondWith(asset(request));
  }
});

async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(navigationTimeoutMs) });
  } catch {
    return (await caches.match("/", { cacheName: stores.shell })) ?? fetch(request);
  }
}

async function asset(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: stores.shell })) ?? fetch(request);
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(stores.answers);
  try {
    const response = await fetch(request);
    if (response.ok) {
      await cache.put(request, response.clone());
      if (countedAnswers.test(new URL(request.url).pathname)) await trimAnswers(cache);
    } else if (response.status === 401) await caches.delete(stores.answers);
    return response;
  } catch (error) {
    const kept = await cache.match(request);
    if (kept) return kept;
    throw error;
  }
}

async function trimAnswers(cache: Cache): Promise<void> {
  const counted = (await cache.keys()).filter(({ url }) => countedAnswers.test(new URL(url).pathname));
  for (const old of counted.slice(0, Math.max(0, counted.length - answersMax))) await cache.delete(old);
}

/**
 * Files that everyone may see never change: those that came whole are kept. What the page asks for is what is fetched, once: a film
 * is gathered while the player reads it, and one that is left before its end is not kept.
 */
async function media(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const film = new URL(request.url).pathname.endsWith(".mp4");
  const name = film ? stores.films : stores.pictures;
  const bounds = film ? filmBounds : pictureBounds;
  const kept = await caches.match(request.url, { cacheName: name, ignoreVary: true });
  const range = request.headers.get("Range");
  if (kept) {
    event.waitUntil(renew(name, request.url, bounds));
    return range === null ? kept : slice(kept, range);
  }
  const response = await fetch(request);
  const forEveryone = /\bimmutable\b/.test(response.headers.get("Cache-Control") ?? "");
  if (!forEveryone || !response.body || !isWhole(response)) return response;
  const { body, whole } = gather(response.body);
  event.waitUntil(
    whole.then(async (bytes) => {
      if (bytes) await keep(name, request.url, whole200(response, bytes), bounds);
    }),
  );
  return new Response(body, response);
}

/** An answer that holds all of a file: 200, or 206 to a player that asks for `bytes=0-`. */
function isWhole(response: Response): boolean {
  const [, last, total] = /^bytes 0-(\d+)\/(\d+)$/.exec(response.headers.get("Content-Range") ?? "") ?? [];
  return response.status === 200 || (response.status === 206 && Number(last) + 1 === Number(total));
}

/** Passes a body on at the pace of its reader. `whole` is what went through, or null where the reader left before the end or it is too large. */
function gather(source: ReadableStream<Uint8Array<ArrayBuffer>>): {
  body: ReadableStream<Uint8Array<ArrayBuffer>>;
  whole: Promise<Blob | null>;
} {
  const reader = source.getReader();
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  let settle: (bytes: Blob | null) => void;
  const whole = new Promise<Blob | null>((resolve) => (settle = resolve));
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (!done) {
            bytes += value.byteLength;
            if (bytes <= fileMaxBytes) parts.push(value);
            else parts = [];
            controller.enqueue(value);
            return;
          }
          settle(bytes <= fileMaxBytes ? new Blob(parts) : null);
          controller.close();
        } catch (error) {
          settle(null);
          controller.error(error);
        }
      },
      cancel(reason) {
        parts = [];
        settle(null);
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
  return { body, whole };
}

function whole200(response: Response, bytes: Blob): Response {
  const headers = new Headers(response.headers);
  headers.delete("Content-Range");
  headers.delete("Content-Encoding");
  headers.set("Content-Length", String(bytes.size));
  return new Response(bytes, { headers });
}

/** Keeps a file as the newest one; the oldest leave where there are too many, or too many bytes. */
async function keep(name: string, url: string, file: Response, bounds: Bounds): Promise<void> {
  const cache = await caches.open(name);
  try {
    await cache.put(url, file);
  } catch (error) {
    // The device has no room: all that is older makes some.
    if (!(error instanceof DOMException && error.name === "QuotaExceededError")) throw error;
    await caches.delete(name);
    return;
  }
  const newestFirst = [...(await cache.keys())].reverse();
  let bytes = 0;
  for (const [index, request] of newestFirst.entries()) {
    const there = await cache.match(request, { ignoreVary: true });
    bytes += Number(there?.headers.get("Content-Length") ?? 0);
    if (index >= bounds.count || bytes > bounds.bytes) await cache.delete(request);
  }
}

/** What is watched again is the newest again; it is written anew only once half of the others came after it. */
async function renew(name: string, url: string, bounds: Bounds): Promise<void> {
  const cache = await caches.open(name);
  const keys = await cache.keys();
  if (keys.findIndex((key) => key.url === url) > keys.length - bounds.count / 2 - 1) return;
  const kept = await cache.match(url, { ignoreVary: true });
  if (kept) await keep(name, url, kept, bounds);
}

/** One byte range of a kept file, as a server would send it (RFC 9110, section 14). */
async function slice(kept: Response, range: string): Promise<Response> {
  const bytes = await kept.blob();
  const match = /^bytes=(\d*)-(\d*)$/.exec(range);
  const [, from = "", to = ""] = match ?? [];
  if (!match || (from === "" && to === "")) return new Response(bytes, { headers: kept.headers });
  const start = from === "" ? Math.max(0, bytes.size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? bytes.size - 1 : Math.min(Number(to), bytes.size - 1);
  const headers = new Headers(kept.headers);
  if (start > end) {
    headers.set("Content-Range", `bytes */${bytes.size}`);
    headers.set("Content-Length", "0");
    return new Response(null, { status: 416, headers });
  }
  headers.set("Content-Range", `bytes ${start}-${end}/${bytes.size}`);
  headers.set("Content-Length", String(end - start + 1));
  return new Response(bytes.slice(start, end + 1), { status: 206, headers });
}

/** What the server sends to a device (docs/http-api.md, Push). */
interface PushMessage {
  readonly title: string;
  readonly body: string;
  /** Path to open. */
  readonly url: string;
  readonly tag: string;
  readonly image: string | null;
  readonly unread: number;
}

worker.addEventListener("push", (event) => {
  const message = event.data?.json() as PushMessage | undefined;
  if (!message) return;
  event.waitUntil(
    Promise.all([
      worker.registration.showNotification(message.title, {
        body: message.body,
        tag: message.tag,
        icon: message.image ?? "/icons/lucarne-192.png",
        badge: "/icons/lucarne-192.png",
        data: message.url,
      }),
      (worker.navigator as Partial<WorkerNavigator>).setAppBadge?.(message.unread),
    ]),
  );
});

/** Opens what a notification is about: in a window that is there already, else in a new one. */
worker.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const url = new URL(String(event.notification.data), location.origin);
  if (url.origin !== location.origin) return;
  event.waitUntil(
    (async () => {
      const [open] = await worker.clients.matchAll({ type: "window" });
      if (!open) await worker.clients.openWindow(url);
      else await (await open.focus()).navigate(url);
    })(),
  );
});
