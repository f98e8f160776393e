import type { Problem, Result } from "$lib/api/problem";

interface Page<T> {
  items: T[];
  next: string | null;
}

/** A list that is read page by page. A page that does not come leaves those before it: then there is a `problem`, and `state` stays. */
export class Paged<T> {
  #items = $state.raw<T[]>([]);
  #next = $state<string | null>(null);
  #state = $state<"loading" | "ready" | "failed">("loading");
  #problem = $state.raw<Problem | null>(null);
  #busy = $state(false);
  readonly #read: (cursor?: string) => Promise<Result<Page<T>>>;

  constructor(read: (cursor?: string) => Promise<Result<Page<T>>>) {
    this.#read = read;
  }

  get items(): readonly T[] {
    return this.#items;
  }
  get state(): "loading" | "ready" | "failed" {
    return this.#state;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  get more(): boolean {
    return this.#next !== null;
  }
  get busy(): boolean {
    return this.#busy;
  }

  async start(): Promise<void> {
    this.#items = [];
    this.#next = null;
    this.#state = "loading";
    await this.load();
  }

  /** Reads the next page; the first one when nothing has been read. */
  async load(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.#problem = null;
    if (this.#items.length === 0) this.#state = "loading";
    const result = await this.#read(this.#next ?? undefined);
    this.#busy = false;
    if (!result.ok) {
      this.#problem = result.problem;
      if (this.#items.length === 0) this.#state = "failed";
      return;
    }
    this.#items = [...this.#items, ...result.value.items];
    this.#next = result.value.next;
    this.#state = "ready";
  }

  remove(gone: (item: T) => boolean): void {
    this.#items = this.#items.filter((item) => !gone(item));
  }
}
