export type Orientation = "portrait" | "landscape" | "square";

export interface Size {
  /** As the server writes it: `720x1280`. */
  text: string;
  width: number;
  height: number;
  orientation: Orientation;
  /** The shorter side in pixels, by which people name a quality: 720p. */
  lines: number;
}

export function parseSize(text: string): Size | null {
  const match = /^(\d+)x(\d+)$/.exec(text);
  if (!match) return null;
  const width = Number(match[1]);
  const height = Number(match[2]);
  if (width === 0 || height === 0) return null;
  const orientation = width === height ? "square" : width < height ? "portrait" : "landscape";
  return { text, width, height, orientation, lines: Math.min(width, height) };
}

/** What an engine offers, from small to large. */
export function sizesOf(texts: readonly string[]): Size[] {
  return texts
    .map(parseSize)
    .filter((size) => size !== null)
    .sort((a, b) => a.lines - b.lines);
}

/** The offered size of an orientation whose quality is nearest to the wanted one. */
export function nearestSize(sizes: readonly Size[], orientation: Orientation, lines: number): Size | null {
  const candidates = sizes.filter((size) => size.orientation === orientation);
  const pool = candidates.length > 0 ? candidates : sizes;
  return pool.reduce<Size | null>(
    (best, size) =>
      best === null || Math.abs(size.lines - lines) < Math.abs(best.lines - lines) ? size : best,
    null,
  );
}
