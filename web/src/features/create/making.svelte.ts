import { drafts, generations } from "$lib/api/endpoints";
import type { Result } from "$lib/api/problem";
import type { Generation, GenerationRequest, Video } from "$lib/api/types";
import { isOver, watchGeneration } from "$lib/api/watch";
import { prepareHls } from "$lib/player/source";
import { session } from "$lib/session/session.svelte";

/** The generation that the Create page shows. It goes on, and stays here, while the person looks at other pages. */
class Making {
  #generation = $state<Generation | null>(null);
  #video = $state<Video | null>(null);
  #connected = $state(true);
  #stop: (() => void) | null = null;

  get generation(): Generation | null {
    return this.#generation;
  }
  /** The finished film. */
  get video(): Video | null {
    return this.#video;
  }
  get connected(): boolean {
    return this.#connected;
  }
  get busy(): boolean {
    return this.#generation !== null && !isOver(this.#generation.status);
  }

  async start(request: GenerationRequest): Promise<Result<Generation>> {
    prepareHls();
    const result = await generations.create(request);
    if (result.ok) this.follow(result.value);
    return result;
  }

  follow(generation: Generation): void {
    this.clear();
    this.#take(generation);
    if (isOver(generation.status)) return;
    this.#stop = watchGeneration(generation.id, {
      onSnapshot: (snapshot) => this.#take(snapshot),
      onConnection: (connected) => (this.#connected = connected),
    });
  }

  /** After a reload of the page: takes up what is still being made. */
  async resume(): Promise<void> {
    if (this.#generation) return;
    const active = await generations.active();
    const started = this.generation !== null;
    const latest = active.ok ? active.value.items[0] : undefined;
    if (latest && !started) this.follow(latest);
  }

  async cancel(): Promise<Result<Generation> | null> {
    if (!this.#generation) return null;
    const result = await generations.cancel(this.#generation.id);
    if (result.ok) this.#take(result.value);
    return result;
  }

  clear(): void {
    this.#stop?.();
    this.#stop = null;
    this.#generation = null;
    this.#video = null;
    this.#connected = true;
  }

  #take(generation: Generation): void {
    const before = this.#generation?.status;
    this.#generation = generation;
    if (!isOver(generation.status)) return;
    this.#stop?.();
    this.#stop = null;
    if (generation.status === "completed" && before !== "completed") void this.#land(generation);
  }

  async #land(generation: Generation): Promise<void> {
    if (generation.draftId === null) return;
    const draft = await drafts.get(generation.draftId);
    if (draft.ok && this.#generation?.id === generation.id) this.#video = draft.value.video;
    // Someone who is looking at it has seen it.
    if (document.visibilityState === "visible" && location.pathname === "/create") {
      await drafts.markRead(generation.draftId);
    }
    await session.refresh();
  }
}

export const making = new Making();
