/** The hue (degrees) that stands for a handle where there is no picture: the same everywhere, spread over the wheel. */
export function hueOf(handle: string): number {
  let hash = 0;
  for (const character of handle) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % 360;
}

/** One or two capitals of a name: of its first and its last word. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s._-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => word?.match(/[\p{L}\p{N}]/u)?.[0] ?? "",
  );
  return letters.join("").toUpperCase() || "?";
}
