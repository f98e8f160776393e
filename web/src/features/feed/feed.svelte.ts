import { feeds } from "$lib/api/endpoints";
import type { Problem } from "$lib/api/problem";
import type { Post } from "$lib/api/types";

const freshMs = 90_000;
/** How many items before the end the next page is asked for. */
const lookAhead = 4;

/** The latest posts, and where in them the person is. Kept while they look at another page for a moment. */
class Feed {
  items = $state.raw<Post[]>([]);
  index = $state(0);
  state = $state<"loading" | "ready" | "failed">("loading");
  problem = $state.raw<Problem | null>(null);
  #next: string | null = null;
  #loadedMs = Number.NEGATIVE_INFINITY;
  #loadingMore = false;
  #ended = $state(false);

  /** Everything there is has been loaded. */
  get ended(): boolean {
    return this.#ended;
  }

  async open(): Promise<void> {
    if (this.state === "ready" && performance.now() - this.#loadedMs < freshMs) return;
    await this.reload();
  }

  async reload(): Promise<void> {
    this.state = "loading";
    this.index = 0;
    const page = await feeds.page({ tab: "latest", limit: 8 });
    if (!page.ok) {
      this.problem = page.problem;
      this.state = "failed";
      return;
    }
    this.items = page.value.items.map((item) => item.post);
    this.#take(page.value.next);
    this.problem = null;
    this.state = "ready";
  }

  /** To be called when the person has come to an item. */
  async reach(index: number): Promise<void> {
    this.index = index;
    if (this.#ended || this.#loadingMore || index < this.items.length - lookAhead) return;
    await this.more();
  }

  async more(): Promise<void> {
    this.#loadingMore = true;
    const page = await feeds.page({ tab: "latest", limit: 8, ...(this.#next ? { cursor: this.#next } : {}) });
    this.#loadingMore = false;
    if (!page.ok) {
      this.problem = page.problem;
      return;
    }
    this.problem = null;
    const known = this.items.map((post) => post.id);
    this.items = [
      ...this.items,
      ...page.value.items.map((item) => item.post).filter((post) => !known.includes(post.id)),
    ];
    this.#take(page.value.next);
  }

  /** Forgets what is loaded: something was published or deleted, or someone else is signed in. */
  forget(): void {
    this.#loadedMs = Number.NEGATIVE_INFINITY;
  }

  #take(next: string | null): void {
    this.#next = next;
    this.#ended = next === null;
    this.#loadedMs = performance.now();
  }
}

export const feed = new Feed();
