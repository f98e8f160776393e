import { watches } from "$lib/api/endpoints";
import type { components } from "$lib/api/schema";
import { Stretch } from "./stretch";

type WatchEvent = components["schemas"]["WatchEvent"];

const storageKey = "lucarne.watches";
const flushMs = 10_000;
/** The server takes no more at once. */
const mostAtOnce = 100;
const mostKept = 400;
/** Shorter ones were only passed by. */
const shortestMs = 150;

/** Where a film is watched, as telemetry names it. */
export interface Place {
  source: WatchEvent["source"];
  position: number;
  requestId?: string;
}

/**
 * Tells the server what is watched, in batches. What waits is kept in the browser, so that neither a closed page nor a
 * lost connection loses it; an event has an id of its own, so that it counts once however often it is sent.
 */
class Watches {
  #timer: ReturnType<typeof setTimeout> | null = null;
  #sending = false;

  constructor() {
    addEventListener("pagehide", () => this.#leave());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.#leave();
    });
    if (this.#read().length > 0) this.#later();
  }

  #open = new Set<Watching>();

  /** Follows a film while it is in view; the answer ends it. */
  watch(video: HTMLVideoElement, postId: string, place: Place): () => void {
    const watching = new Watching(video, postId, place);
    this.#open.add(watching);
    return () => {
      this.#open.delete(watching);
      watching.stop();
      this.#add(watching.take());
    };
  }

  /** The page goes: what is under way is told as far as it came. */
  #leave(): void {
    for (const watching of this.#open) this.#add(watching.take());
    void this.flush();
  }

  #add(event: WatchEvent | null): void {
    if (!event) return;
    this.#write([...this.#read(), event].slice(-mostKept));
    this.#later();
  }

  #later(): void {
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.flush();
    }, flushMs);
  }

  /** Sends what waits. */
  async flush(): Promise<void> {
    const events = this.#read().slice(0, mostAtOnce);
    if (events.length === 0 || this.#sending) return;
    this.#sending = true;
    const answer = await watches.record(events);
    this.#sending = false;
    const again =
      !answer.ok &&
      (answer.problem.status === 0 || answer.problem.status === 429 || answer.problem.status >= 500);
    if (!again) {
      const sent = new Set(events.map((event) => event.id));
      this.#write(this.#read().filter((event) => !sent.has(event.id)));
    }
    if (this.#read().length > 0) this.#later();
  }

  #read(): WatchEvent[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "[]");
      return Array.isArray(kept) ? (kept as WatchEvent[]) : [];
    } catch {
      return [];
    }
  }

  #write(events: WatchEvent[]): void {
    try {
      if (events.length === 0) localStorage.removeItem(storageKey);
      else localStorage.setItem(storageKey, JSON.stringify(events));
    } catch {
      // Storage is full or forbidden: views that are not told are no harm to anyone.
    }
  }
}

/** One film in view. */
class Watching {
  #stretch = new Stretch();
  #seenAt = new Date();
  #stop: () => void;

  constructor(
    video: HTMLVideoElement,
    private readonly postId: string,
    private readonly place: Place,
  ) {
    const tick = () => {
      if (!video.paused) this.#stretch.tick(video.currentTime, video.duration);
    };
    const rest = () => this.#stretch.rest();
    video.addEventListener("timeupdate", tick);
    video.addEventListener("pause", rest);
    this.#stop = () => {
      video.removeEventListener("timeupdate", tick);
      video.removeEventListener("pause", rest);
    };
  }

  stop(): void {
    this.#stop();
  }

  /** What was watched since the last time; null for next to nothing. */
  take(): WatchEvent | null {
    const { watchMs, loops, completion } = this.#stretch;
    if (watchMs < shortestMs) return null;
    const event: WatchEvent = {
      id: uuid(),
      postId: this.postId,
      position: this.place.position,
      source: this.place.source,
      watchMs: Math.round(watchMs),
      loops,
      completion: Math.round(completion * 1000) / 1000,
      seenAt: this.#seenAt.toISOString(),
      ...(this.place.requestId ? { requestId: this.place.requestId } : {}),
    };
    this.#stretch = new Stretch();
    this.#seenAt = new Date();
    return event;
  }
}

/** `crypto.randomUUID` exists only on secure origins. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export const watchLog = new Watches();
