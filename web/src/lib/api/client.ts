import createClient from "openapi-fetch";
import { fetchEarly } from "./early";
import { failure, problemOf, success, type Result } from "./problem";
import type { paths } from "./schema";

/** Typed by the server's OpenAPI document. */
export const client = createClient<paths>({
  baseUrl: location.origin,
  credentials: "same-origin",
  fetch: fetchEarly,
});

client.use({
  onRequest({ request }) {
    if (request.method === "GET") return;
    request.headers.set("X-Lucarne-Csrf", "1");
    if (request.method === "POST" && !request.headers.has("Idempotency-Key")) {
      request.headers.set("Idempotency-Key", idempotencyKey());
    }
  },
});

const unauthorisedListeners = new Set<() => void>();

/** Calls back when the server says that the session has ended. */
export function onUnauthorised(listener: () => void): () => void {
  unauthorisedListeners.add(listener);
  return () => unauthorisedListeners.delete(listener);
}

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** Waits for a request of `client`; refusals and lost connections are values, never exceptions. */
export async function settle<T>(request: Promise<Answer<T>>): Promise<Result<T>> {
  let answer: Answer<T>;
  try {
    answer = await request;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return failure("aborted");
    return failure(navigator.onLine ? "network" : "offline");
  }
  if (answer.response.ok) return success(answer.data as T);
  if (answer.response.status === 401) unauthorisedListeners.forEach((listener) => listener());
  return { ok: false, problem: problemOf(answer.response, answer.error) };
}

/** `crypto.randomUUID` exists only on secure origins; a server on the local network is reached over plain http. */
export function idempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
