const storageKey = "lucarne.captions";

/** Whether captions are shown on this device, where a film has some. */
class Captions {
  #shown = $state(localStorage.getItem(storageKey) !== "off");

  get shown(): boolean {
    return this.#shown;
  }

  toggle(): void {
    this.#shown = !this.#shown;
    localStorage.setItem(storageKey, this.#shown ? "on" : "off");
  }
}

export const captions = new Captions();
