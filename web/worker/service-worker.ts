/** Keeps the shell, and what was last watched, for when there is no connection. It never answers a write, and keeps nothing private but the last lists. */
const worker = self as unknown as ServiceWorkerGlobalScope;

/** Every file of the client, written in by the build: a new build is a new worker. */
const shell = "__SHELL__" as unknown as readonly string[];

const stores = { shell: "shell", watched: "watched", answers: "answers" } as const;
/** About ten films of segments of a second or two. */
const watchedMax = 240;
/** How long a page waits for the server before the kept shell is shown. */
const navigationTimeoutMs = 4000;
const serverPaths = /^\/(api|media|v1|p|healthz|readyz|metrics)(\/|$)/;
/** Lists and films that make sense without a connection. */
const keptAnswers = /^\/api\/(instance|me|me\/settings|feed|posts\/[0-9a-f-]{36})$/;

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
    event.respondWith(media(request));
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
    if (response.ok) await cache.put(request, response.clone());
    else if (response.status === 401) await caches.delete(stores.answers);
    return response;
  } catch (error) {
    const kept = await cache.match(request);
    if (kept) return kept;
    throw error;
  }
}

/** Files of films that everyone may see never change: those fetched whole are kept, the oldest leave first. */
async function media(request: Request): Promise<Response> {
  const cache = await caches.open(stores.watched);
  const kept = await cache.match(request.url, { ignoreVary: true });
  const range = request.headers.get("Range");
  if (kept) return range ? slice(kept, range) : kept;
  const response = await fetch(request);
  const forEveryone = /\bimmutable\b/.test(response.headers.get("Cache-Control") ?? "");
  if (response.status === 200 && range === null && forEveryone) {
    await cache.put(request.url, response.clone());
    const keys = await cache.keys();
    for (const old of keys.slice(0, Math.max(0, keys.length - watchedMax))) await cache.delete(old);
  }
  return response;
}

/** One byte range of a kept file, as a server would send it (RFC 9110, section 14). */
async function slice(kept: Response, range: string): Promise<Response> {
  const bytes = await kept.arrayBuffer();
  const match = /^bytes=(\d*)-(\d*)$/.exec(range);
  const [, from = "", to = ""] = match ?? [];
  if (!match || (from === "" && to === "")) return new Response(bytes, { headers: kept.headers });
  const start = from === "" ? Math.max(0, bytes.byteLength - Number(to)) : Number(from);
  const end = from === "" || to === "" ? bytes.byteLength - 1 : Math.min(Number(to), bytes.byteLength - 1);
  const headers = new Headers(kept.headers);
  if (start > end) {
    headers.set("Content-Range", `bytes */${bytes.byteLength}`);
    return new Response(null, { status: 416, headers });
  }
  headers.set("Content-Range", `bytes ${start}-${end}/${bytes.byteLength}`);
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
