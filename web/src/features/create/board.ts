/** A storyboard while it is edited: pure changes, each giving a new list. */

export interface BoardShot {
  /** Stays with the shot while it moves. */
  key: number;
  prompt: string;
  seconds: number;
  /** Its own seed, once it was made again; null follows the film's. */
  seed: number | null;
}

export interface Bounds {
  shots: number;
  shotMin: number;
  shotMax: number;
  filmMin: number;
  filmMax: number;
}

export const step = 0.5;
const usualSeconds = 3;

export function total(shots: readonly BoardShot[]): number {
  return round(shots.reduce((sum, shot) => sum + shot.seconds, 0));
}

/** The nearest length that the shot may have without the film growing over its longest. */
export function fit(shots: readonly BoardShot[], key: number, seconds: number, bounds: Bounds): number {
  const others = total(shots.filter((shot) => shot.key !== key));
  const most = Math.min(bounds.shotMax, round(bounds.filmMax - others));
  return Math.max(bounds.shotMin, Math.min(most, round(Math.round(seconds / step) * step)));
}

export function retime(
  shots: readonly BoardShot[],
  key: number,
  seconds: number,
  bounds: Bounds,
): BoardShot[] {
  return shots.map((shot) =>
    shot.key === key ? { ...shot, seconds: fit(shots, key, seconds, bounds) } : shot,
  );
}

export function move(shots: readonly BoardShot[], key: number, to: number): BoardShot[] {
  const from = shots.findIndex((shot) => shot.key === key);
  const shot = shots[from];
  if (!shot || to < 0 || to >= shots.length || to === from) return [...shots];
  const rest = shots.filter((other) => other.key !== key);
  return [...rest.slice(0, to), shot, ...rest.slice(to)];
}

/** Room for one more, in number and in seconds. */
export function hasRoom(shots: readonly BoardShot[], bounds: Bounds): boolean {
  return shots.length < bounds.shots && round(bounds.filmMax - total(shots)) >= bounds.shotMin;
}

/** Puts a new shot behind another (or last), as long as what is left allows. */
export function insert(
  shots: readonly BoardShot[],
  after: number | null,
  shot: Omit<BoardShot, "seconds"> & { seconds?: number },
  bounds: Bounds,
): BoardShot[] {
  if (!hasRoom(shots, bounds)) return [...shots];
  const left = round(bounds.filmMax - total(shots));
  const seconds = Math.min(shot.seconds ?? usualSeconds, left, bounds.shotMax);
  const at = after === null ? shots.length : shots.findIndex((other) => other.key === after) + 1;
  return [...shots.slice(0, at), { ...shot, seconds }, ...shots.slice(at)];
}

/** True where all that differs from the film is the words of one shot. */
export function differsOnlyIn(
  shots: readonly BoardShot[],
  film: readonly { prompt: string; seconds: number }[],
  index: number,
): boolean {
  return (
    shots.length === film.length &&
    shots.every((shot, i) => {
      const made = film[i];
      return (
        made !== undefined &&
        Math.abs(shot.seconds - made.seconds) < 0.01 &&
        (i === index || shot.prompt.trim() === made.prompt)
      );
    })
  );
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
