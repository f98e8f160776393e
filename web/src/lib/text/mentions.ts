/** The handle that is being typed before the caret, as the server finds them in texts. */
export function mentionAt(text: string, caret: number): { start: number; prefix: string } | null {
  const match = /(?:^|[^\p{L}\p{N}_@/.])@([A-Za-z0-9_.]{0,30})$/u.exec(text.slice(0, caret));
  return match?.[1] === undefined ? null : { start: caret - match[1].length - 1, prefix: match[1] };
}

/** The text with the handle before the caret written out, and where the caret then stands. */
export function completed(text: string, caret: number, handle: string): { text: string; caret: number } {
  const mention = mentionAt(text, caret);
  if (!mention) return { text, caret };
  const rest = text.slice(caret);
  const written = `${text.slice(0, mention.start)}@${handle}${rest.startsWith(" ") ? "" : " "}`;
  return { text: written + rest, caret: written.length + (rest.startsWith(" ") ? 1 : 0) };
}
