import { failure, problemOf, success, type Result } from "./problem";

type Method = "GET" | "POST" | "DELETE";

interface Options {
  body?: unknown;
  query?: Record<string, string | number | boolean | null | undefined>;
  signal?: AbortSignal | undefined;
}

const unauthorisedListeners = new Set<() => void>();

/** Calls back when the server says that the session has ended. */
export function onUnauthorised(listener: () => void): () => void {
  unauthorisedListeners.add(listener);
  return () => unauthorisedListeners.delete(listener);
}

/** Sends one request to the server; refusals and lost connections are values, never exceptions. */
export async function request<T>(method: Method, path: string, options: Options = {}): Promise<Result<T>> {
  const headers = new Headers({ Accept: "application/json" });
  if (method !== "GET") {
    headers.set("X-Lucarne-Csrf", "1");
  }
  if (method === "POST") {
    headers.set("Idempotency-Key", idempotencyKey());
  }
  const init: RequestInit = { method, headers, credentials: "same-origin", signal: options.signal ?? null };
  if (options.body !== undefined) {
    headers.set("Content-Type", "application/json");
    init.body = JSON.stringify(options.body);
  }

  let response: Response;
  try {
    response = await fetch(withQuery(path, options.query), init);
  } catch {
    if (options.signal?.aborted) return failure("aborted");
    return failure(navigator.onLine ? "network" : "offline");
  }

  const body = await bodyOf(response);
  if (response.ok) return success(body as T);
  if (response.status === 401) unauthorisedListeners.forEach((listener) => listener());
  return { ok: false, problem: problemOf(response, body) };
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    const text = await response.text();
    return text === "" ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

function withQuery(path: string, query: Options["query"]): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null) parameters.set(name, String(value));
  }
  return parameters.size > 0 ? `${path}?${parameters.toString()}` : path;
}

/** `crypto.randomUUID` exists only on secure origins; a server on the local network is reached over plain http. */
function idempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
