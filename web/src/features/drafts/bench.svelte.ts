import { drafts, type DraftFilter } from "$lib/api/endpoints";
import type { Problem } from "$lib/api/problem";
import type { Draft, Generation } from "$lib/api/types";
import { isOver, watchGeneration } from "$lib/api/watch";
import { session } from "$lib/session/session.svelte";

export type StatusChoice = "all" | "unread" | "in_progress" | "failed";
export type ShapeChoice = "any" | "portrait" | "landscape" | "square";

/** The list of drafts with its filters and what is selected in it. Those being made are followed until they have ended. */
export class Bench {
  items = $state<Draft[]>([]);
  next = $state<string | null>(null);
  phase = $state<"loading" | "ready" | "failed">("loading");
  problem = $state<Problem | null>(null);
  loadingMore = $state(false);

  query = $state("");
  status = $state<StatusChoice>("all");
  shape = $state<ShapeChoice>("any");
  folder = $state<string | null>(null);

  selecting = $state(false);
  selected = $state<string[]>([]);

  readonly filtered = $derived(
    this.query.trim() !== "" || this.status !== "all" || this.shape !== "any" || this.folder !== null,
  );
  readonly chosen = $derived(this.items.filter((draft) => this.selected.includes(draft.id)));

  #watched: Record<string, () => void> = {};
  #latest = 0;

  async load(): Promise<void> {
    const turn = ++this.#latest;
    if (this.items.length === 0) this.phase = "loading";
    const page = await drafts.list(undefined, this.#filter());
    if (turn !== this.#latest) return;
    if (!page.ok) {
      this.problem = page.problem;
      this.phase = "failed";
      return;
    }
    this.problem = null;
    this.items = page.value.items;
    this.next = page.value.next;
    this.phase = "ready";
    this.#follow(this.items);
  }

  async more(): Promise<void> {
    this.loadingMore = true;
    const page = await drafts.list(this.next ?? undefined, this.#filter());
    this.loadingMore = false;
    if (!page.ok) {
      this.problem = page.problem;
      return;
    }
    this.problem = null;
    const known = this.items.map((draft) => draft.id);
    const fresh = page.value.items.filter((draft) => !known.includes(draft.id));
    this.items = [...this.items, ...fresh];
    this.next = page.value.next;
    this.#follow(fresh);
  }

  clear(): void {
    this.query = "";
    this.status = "all";
    this.shape = "any";
    this.folder = null;
  }

  toggle(id: string): void {
    this.selected = this.selected.includes(id)
      ? this.selected.filter((other) => other !== id)
      : [...this.selected, id];
  }

  stopSelecting(): void {
    this.selecting = false;
    this.selected = [];
  }

  /** Takes up how far a draft's film has come. */
  take(id: string, generation: Generation): void {
    const before = this.items.find((item) => item.id === id);
    if (before === undefined || isOver(before.generation.status)) return;
    this.items = this.items.map((item) => (item.id === id ? { ...item, generation } : item));
    if (isOver(generation.status)) void this.#settle(id);
  }

  stop(): void {
    Object.values(this.#watched).forEach((end) => end());
    this.#watched = {};
  }

  #filter(): DraftFilter {
    const q = this.query.trim();
    return {
      ...(q === "" ? {} : { q }),
      ...(this.status === "unread" ? { unread: true } : {}),
      ...(this.status === "in_progress" || this.status === "failed" ? { status: this.status } : {}),
      ...(this.shape === "any" ? {} : { orientation: this.shape }),
      ...(this.folder === null ? {} : { folder: this.folder }),
    };
  }

  #follow(list: readonly Draft[]): void {
    for (const draft of list) {
      const id = draft.generation.id;
      if (isOver(draft.generation.status) || this.#watched[id]) continue;
      this.#watched[id] = watchGeneration(id, {
        onSnapshot: (generation) => this.take(draft.id, generation),
      });
    }
  }

  async #settle(id: string): Promise<void> {
    const fresh = await drafts.get(id);
    if (fresh.ok) this.items = this.items.map((item) => (item.id === id ? fresh.value : item));
    else if (fresh.problem.status === 404) this.items = this.items.filter((item) => item.id !== id);
    await session.refresh();
  }
}
