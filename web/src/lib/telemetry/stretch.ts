/** What one stretch of watching one film adds up to, from the times that its player tells. */
export class Stretch {
  watchMs = 0;
  loops = 0;
  /** Furthest point reached by playing, 0 to 1. */
  completion = 0;
  #lastSeconds: number | null = null;

  /** Longest step between two times that counts as playing; what is longer was a jump. */
  static readonly longestStepSeconds = 1.5;

  /** Takes the present time of a film that plays. */
  tick(seconds: number, durationSeconds: number): void {
    if (!(durationSeconds > 0) || !Number.isFinite(seconds)) return;
    const last = this.#lastSeconds;
    this.#lastSeconds = seconds;
    if (last === null) return;
    let step = seconds - last;
    if (step < 0 && last > durationSeconds * 0.7 && seconds < durationSeconds * 0.3) {
      this.loops++;
      this.completion = 1;
      step += durationSeconds;
    }
    if (step <= 0 || step > Stretch.longestStepSeconds) return;
    this.watchMs += step * 1000;
    this.completion = Math.max(this.completion, Math.min(1, seconds / durationSeconds));
  }

  /** The film has paused: the next time starts anew. */
  rest(): void {
    this.#lastSeconds = null;
  }
}
