import { drafts, generations } from "$lib/api/endpoints";
import type { Result } from "$lib/api/problem";
import type { Generation, GenerationRequest, Video } from "$lib/api/types";
import { isOver, watchGeneration } from "$lib/api/watch";
import { prepareHls } from "$lib/player/source";
import { i18n } from "$lib/i18n/index.svelte";
import { toasts } from "$lib/ui/toasts.svelte";
import { session } from "$lib/session/session.svelte";

const batchPollMs = 900;

/** The generation that the Create page shows. It goes on, and stays here, while the person looks at other pages. */
class Making {
  #generation = $state<Generation | null>(null);
  #video = $state<Video | null>(null);
  #connected = $state(true);
  #stop: (() => void) | null = null;
  #variants = $state<readonly Generation[]>([]);
  #variantVideos = $state<Record<string, Video>>({});
  #poll: ReturnType<typeof setTimeout> | undefined;

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

  /** Those that were asked for together with it, itself among them; empty for one alone. */
  get variants(): readonly Generation[] {
    return this.#variants;
  }
  /** Finished films of the variants, by generation. */
  get variantVideos(): Readonly<Record<string, Video>> {
    return this.#variantVideos;
  }

  async start(request: GenerationRequest): Promise<Result<Generation>> {
    prepareHls();
    const result = await generations.create(request);
    if (result.ok) {
      this.#leaveBatch();
      this.follow(result.value);
      if (result.value.batchId !== null) void this.#followBatch(result.value.batchId);
    }
    return result;
  }

  /** Makes one shot of a film again, with these words. */
  async retakeShot(id: string, number: number, prompt: string): Promise<Result<Generation>> {
    prepareHls();
    const result = await generations.retakeShot(id, number, { prompt });
    if (result.ok) {
      this.#leaveBatch();
      this.follow(result.value);
    }
    return result;
  }

  /** Shows another one of the variants. */
  show(variant: Generation): void {
    this.follow(variant);
    const video = this.#variantVideos[variant.id];
    if (video) this.#video = video;
    else if (variant.status === "completed") void this.#land(variant);
  }

  follow(generation: Generation): void {
    this.#forget();
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

  /** Takes up that one of the variants was stopped. */
  settle(stopped: Generation): void {
    this.#variants = this.#variants.map((variant) => (variant.id === stopped.id ? stopped : variant));
    if (this.#generation?.id === stopped.id) this.#take(stopped);
  }

  clear(): void {
    this.#leaveBatch();
    this.#forget();
  }

  #forget(): void {
    this.#stop?.();
    this.#stop = null;
    this.#generation = null;
    this.#video = null;
    this.#connected = true;
  }

  #leaveBatch(): void {
    clearTimeout(this.#poll);
    this.#variants = [];
    this.#variantVideos = {};
  }

  /** Browsers open few streams to one server at a time: the variants besides the one that is watched are asked after. */
  async #followBatch(batch: string): Promise<void> {
    const answer = await generations.batch(batch);
    if (answer.ok) {
      this.#variants = [...answer.value.items].sort((a, b) => a.id.localeCompare(b.id));
      for (const variant of this.#variants) {
        if (variant.status !== "completed" || this.#variantVideos[variant.id] || variant.draftId === null)
          continue;
        const draft = await drafts.get(variant.draftId);
        if (draft.ok && draft.value.video)
          this.#variantVideos = { ...this.#variantVideos, [variant.id]: draft.value.video };
      }
    }
    if (answer.ok && this.#variants.every((variant) => isOver(variant.status))) return;
    this.#poll = setTimeout(() => void this.#followBatch(batch), batchPollMs);
  }

  #take(generation: Generation): void {
    const before = this.#generation?.status;
    this.#generation = generation;
    if (!isOver(generation.status)) return;
    this.#stop?.();
    this.#stop = null;
    if (generation.status === "completed" && before !== "completed") void this.#land(generation);
    if (before !== undefined && before !== generation.status && location.pathname !== "/create")
      this.#tell(generation);
  }

  /** Whoever is on another page hears of the end there. */
  #tell(generation: Generation): void {
    if (generation.draftId !== null && location.pathname === `/drafts/${generation.draftId}`) return;
    const href = generation.draftId === null ? "/drafts" : `/drafts/${generation.draftId}`;
    if (generation.status === "completed")
      toasts.show(i18n.t.composer.filmReady, { action: { label: i18n.t.composer.show, href } });
    if (generation.status === "failed")
      toasts.show(i18n.t.composer.filmFailed, {
        tone: "trouble",
        action: { label: i18n.t.composer.seeWhy, href },
      });
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
