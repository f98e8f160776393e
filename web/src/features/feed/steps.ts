/** Turns the wheel's stream of small movements, inertia included, into single steps. */
export class WheelSteps {
  #gathered = 0;
  #lastMs = Number.NEGATIVE_INFINITY;
  #lastSize = 0;
  #lockedUntilMs = Number.NEGATIVE_INFINITY;

  static readonly threshold = 24;
  static readonly lockMs = 420;
  static readonly pauseMs = 140;

  /** The step to take for one event: -1 up, 1 down, 0 none. `deltaPixels` is positive downwards. */
  take(deltaPixels: number, nowMs: number): -1 | 0 | 1 {
    const size = Math.abs(deltaPixels);
    const paused = nowMs - this.#lastMs > WheelSteps.pauseMs;
    // A fresh push is stronger than the inertia that runs out before it.
    const pushed = size > this.#lastSize * 1.6 + 4;
    this.#lastMs = nowMs;
    this.#lastSize = size;
    if (paused) this.#gathered = 0;
    if (nowMs < this.#lockedUntilMs) return 0;
    if (this.#gathered === 0 && !paused && !pushed && this.#lockedUntilMs > Number.NEGATIVE_INFINITY)
      return 0;

    this.#gathered += deltaPixels;
    if (Math.abs(this.#gathered) < WheelSteps.threshold) return 0;
    const step = this.#gathered > 0 ? 1 : -1;
    this.#gathered = 0;
    this.#lockedUntilMs = nowMs + WheelSteps.lockMs;
    return step;
  }
}

export type Role = "playing" | "warm" | "near" | "far";

/** What an item of the feed does while another is shown: the next two load ahead, the one before stays at hand. */
export function roleOf(index: number, current: number, saveData = false): Role {
  const ahead = index - current;
  if (ahead === 0) return "playing";
  if (ahead === 1 || (ahead === 2 && !saveData)) return "warm";
  return ahead === -1 ? "near" : "far";
}
