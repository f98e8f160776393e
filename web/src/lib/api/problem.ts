/** A refusal or a failure as the server states it (RFC 9457), or one that never reached the server. */
export interface Problem {
  /** Stable machine code: the server's, or one of `network`, `offline`, `unexpected`. */
  readonly code: string;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** The server's own sentence, shown when there is no localised one. */
  readonly detail: string;
  /** Sentences by field, for forms. */
  readonly errors: Readonly<Record<string, readonly string[]>>;
  /** Seconds to wait before another try, from `Retry-After`. */
  readonly retryAfterSeconds: number | null;
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failure(code: string, status = 0, detail = ""): { ok: false; problem: Problem } {
  return { ok: false, problem: { code, status, detail, errors: {}, retryAfterSeconds: null } };
}

/** Reads a refusal out of an answer whose status is not 2xx; survives a body that is not problem+json. */
export function problemOf(response: Response, body: unknown): Problem {
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  const fields = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const retryAfter = Number(response.headers.get("Retry-After") ?? Number.NaN);
  return {
    code: text(fields["code"]) || `http_${response.status}`,
    status: response.status,
    detail: text(fields["detail"]) || text(fields["title"]),
    errors: errorsOf(fields["errors"]),
    retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : null,
  };
}

function errorsOf(value: unknown): Record<string, string[]> {
  if (typeof value !== "object" || value === null) return {};
  const entries = Object.entries(value).map(([field, sentences]): [string, string[]] => [
    field,
    Array.isArray(sentences) ? sentences.filter((s): s is string => typeof s === "string") : [],
  ]);
  return Object.fromEntries(entries.filter(([, sentences]) => sentences.length > 0));
}
