/** Tells one tap from two: the first waits a moment for the second. */
export class Taps {
  #timer: ReturnType<typeof setTimeout> | null = null;

  static readonly waitMs = 240;

  constructor(
    private readonly once: () => void,
    private readonly twice: () => void,
  ) {}

  tap(): void {
    if (this.#timer === null) {
      this.#timer = setTimeout(() => {
        this.#timer = null;
        this.once();
      }, Taps.waitMs);
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = null;
    this.twice();
  }
}
