const storageKey = "lucarne.sound";

/**
 * Whether videos play with sound on this device, and whether the browser lets them.
 * Browsers refuse sound until the person has touched the page; playback then starts muted and the page offers sound.
 */
class Sound {
  #wanted = $state(localStorage.getItem(storageKey) !== "off");
  #blocked = $state(false);

  /** What video elements have to be set to. */
  get muted(): boolean {
    return !this.#wanted || this.#blocked;
  }

  /** The person wants sound and the browser has refused it. */
  get blocked(): boolean {
    return this.#wanted && this.#blocked;
  }

  /** How the account wants videos to start. Does not change what this device remembers. */
  begin(on: boolean): void {
    this.#wanted = on && localStorage.getItem(storageKey) !== "off";
  }

  /** To be called from a gesture of the person. */
  toggle(): void {
    const on = this.muted;
    this.#blocked = false;
    this.#wanted = on;
    localStorage.setItem(storageKey, on ? "on" : "off");
  }

  /** Plays with sound if wanted and allowed, else muted. False if not even that was possible. */
  async play(video: HTMLVideoElement): Promise<boolean> {
    video.muted = this.muted;
    try {
      await video.play();
      return true;
    } catch (error) {
      if (!isRefusal(error) || video.muted) return false;
    }
    this.#blocked = true;
    video.muted = true;
    try {
      await video.play();
      return true;
    } catch {
      return false;
    }
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof DOMException && error.name === "NotAllowedError";
}

export const sound = new Sound();
