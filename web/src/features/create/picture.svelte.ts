import { firstImages } from "$lib/api/endpoints";
import { failure, type Problem } from "$lib/api/problem";
import type { Generation } from "$lib/api/types";
import { nameOf, problemWith } from "./pictureFile";

type Kept = NonNullable<Generation["firstImage"]>;

/**
 * The picture that the film starts from. A file stays on this device, shown from there, until the person has confirmed the rights to it; only then it
 * is sent. Outlives a visit to another page, as the words do.
 */
export class StartPicture {
  #file = $state.raw<File | null>(null);
  #kept = $state.raw<Kept | null>(null);
  #url = $state<string | null>(null);
  #name = $state("");
  #confirmed = $state(false);
  #sending = $state(false);
  #problem = $state.raw<Problem | null>(null);
  #asked = $state(false);
  /** Grows with every change of picture: what was sent before does not answer for what is there after. */
  #turn = 0;

  /** Where it can be seen; null for none. */
  get url(): string | null {
    return this.#url;
  }
  /** What people call it; empty for none. */
  get name(): string {
    return this.#name;
  }
  get confirmed(): boolean {
    return this.#confirmed;
  }
  /** True for one that has to be confirmed before it is sent. */
  get mayConfirm(): boolean {
    return this.#file !== null;
  }
  get sending(): boolean {
    return this.#sending;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  /** True once somebody wanted to go on without confirming. */
  get unconfirmed(): boolean {
    return this.#asked && this.#file !== null && !this.#confirmed;
  }
  /** What the server knows it by; null until it has it. */
  get id(): string | null {
    return this.#kept?.id ?? null;
  }

  /** Takes a file; one of another kind, or too large, is refused in its place. */
  take(file: File): void {
    const code = problemWith(file);
    if (code !== null) {
      this.#problem = failure(code).problem;
      return;
    }
    this.remove();
    this.#file = file;
    this.#name = nameOf(file);
    this.#url = URL.createObjectURL(file);
  }

  /** Takes one that the server has already: that of a film to be made again, or an earlier one. */
  show(kept: Kept & { name?: string }): void {
    this.#forget();
    this.#kept = { id: kept.id, url: kept.url };
    this.#url = kept.url;
    this.#name = kept.name ?? "";
  }

  /** Takes a frame of one's own film. Its maker confirms by choosing it: the page says so. */
  async takeFrame(videoId: string, atSeconds: number): Promise<Problem | null> {
    const answer = await firstImages.takeFrame({ videoId, atSeconds, rightsConfirmed: true });
    if (!answer.ok) return answer.problem;
    this.remove();
    this.#kept = { id: answer.value.id, url: answer.value.url };
    this.#url = answer.value.url;
    this.#name = answer.value.name;
    return null;
  }

  /** Confirms the rights, and sends it. */
  async confirm(confirmed: boolean): Promise<void> {
    this.#confirmed = confirmed;
    if (confirmed) await this.send();
    else this.#withdraw();
  }

  /** Sends it, once more where that failed. */
  async send(): Promise<void> {
    const file = this.#file;
    if (file === null || !this.#confirmed || this.#sending || this.#kept) return;
    const turn = this.#turn;
    this.#sending = true;
    this.#problem = null;
    const answer = await firstImages.upload(file);
    if (turn !== this.#turn) {
      if (answer.ok) void firstImages.remove(answer.value.id);
      return;
    }
    this.#sending = false;
    if (answer.ok) this.#kept = { id: answer.value.id, url: answer.value.url };
    else this.#problem = answer.problem;
  }

  /** Somebody wants to go on: says what is missing where something is. */
  ask(): void {
    this.#asked = true;
  }

  /** The server does not have it any more: a file can be sent again, anything else is gone. */
  lost(problem: Problem): void {
    const file = this.#file;
    if (file === null) this.#forget();
    this.#kept = null;
    this.#problem = problem;
  }

  /** Takes it away, on the server too, unless a film was made from it. */
  remove(): void {
    this.#withdraw();
    this.#forget();
  }

  #withdraw(): void {
    this.#turn++;
    this.#sending = false;
    // One that belongs to a film stays with the film.
    if (this.#kept && this.#file) void firstImages.remove(this.#kept.id);
    if (this.#file) this.#kept = null;
  }

  #forget(): void {
    this.#turn++;
    if (this.#file && this.#url) URL.revokeObjectURL(this.#url);
    this.#file = null;
    this.#kept = null;
    this.#url = null;
    this.#name = "";
    this.#confirmed = false;
    this.#sending = false;
    this.#problem = null;
    this.#asked = false;
  }
}

export const picture = new StartPicture();
