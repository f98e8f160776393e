/** The server's rule for handles, for an answer while typing; the server has the last word. */
export function handleProblem(handle: string): boolean {
  return !/^(?=.{3,30}$)(?=.*[a-z])[a-z0-9](?:[a-z0-9_]|\.(?!\.))*(?<!\.)$/.test(handle);
}

/** What is kept of what was typed or pasted: no spaces, no at sign, lower case. */
export function tidyHandle(typed: string): string {
  return typed.trim().replace(/^@/, "").toLowerCase();
}
