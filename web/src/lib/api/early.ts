declare global {
  interface Window {
    /** Answers by path and query, asked for by public/early.js. */
    lucarneEarly?: Map<string, Promise<Response>>;
  }
}

/** How long after the start of the page such an answer is still news. */
const freshMs = 10_000;

/** Sends a request, or takes the answer that was asked for before the scripts were there. Each is taken once. */
export function fetchEarly(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const asked = window.lucarneEarly?.get(pathname + search);
  if (request.method !== "GET" || !asked || performance.now() > freshMs) return fetch(request);
  window.lucarneEarly?.delete(pathname + search);
  return asked.catch(() => fetch(request));
}
