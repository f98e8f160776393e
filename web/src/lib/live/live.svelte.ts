import { notifications as api } from "$lib/api/endpoints";
import type { AccountEvent, Room, Unread } from "$lib/api/types";

export interface LiveEvents {
  notification: NonNullable<AccountEvent["notification"]>;
  message: NonNullable<AccountEvent["message"]>;
  /** A room has changed; `room` is null where it is no longer one's own. */
  room: { id: string; room: Room | null };
  /** Too much was missed: read everything anew. */
  reset: null;
}

type Name = keyof LiveEvents;
type Handler<N extends Name> = (event: LiveEvents[N]) => void;

interface Heard {
  name: string;
  id: string | null;
  data: AccountEvent;
}

const names = ["notification", "message", "room", "counts", "reset"] as const;
const firstWaitMs = 2_000;
const longestWaitMs = 60_000;
const remembered = 300;
const nothing: Unread = { notifications: 0, rooms: 0, requests: 0 };

/**
 * What happens to the account while a page is open. The pages of one browser share one stream: whoever holds a lock
 * listens, and tells the others.
 */
class Live {
  #unread = $state.raw<Unread>(nothing);
  #handlers: { name: Name; handle: (event: never) => void }[] = [];
  #known: string[] = [];
  #lastId: string | null = null;

  get unread(): Unread {
    return this.#unread;
  }

  /** Listens to one kind of event; the answer stops it. */
  on<N extends Name>(name: N, handler: Handler<N>): () => void {
    const entry = { name, handle: handler };
    this.#handlers.push(entry);
    return () => {
      this.#handlers = this.#handlers.filter((other) => other !== entry);
    };
  }

  /** Takes counts that came with another answer. */
  take(unread: Partial<Unread>): void {
    this.#unread = { ...this.#unread, ...unread };
  }

  /** Listens for an account; the answer stops it. */
  start(accountId: string): () => void {
    const over = new AbortController();
    const channel =
      typeof BroadcastChannel === "function" ? new BroadcastChannel(`lucarne.live.${accountId}`) : null;
    this.#lastId = null;
    this.#known = [];
    if (channel) channel.onmessage = (event: MessageEvent<Heard>) => this.#hear(event.data);
    void this.#count();

    const listen = () =>
      this.#listen(over.signal, (heard) => {
        channel?.postMessage(heard);
        this.#hear(heard);
      });
    // Locks exist only on secure origins; without them, every page listens for itself.
    const locks = (navigator as { locks?: LockManager }).locks;
    if (locks && channel) {
      locks
        .request(`lucarne.live.${accountId}`, { signal: over.signal }, listen)
        .catch(() => undefined /* stopped before it was this page's turn */);
    } else {
      void listen();
    }
    return () => {
      over.abort();
      channel?.close();
      this.#unread = nothing;
    };
  }

  /** Keeps a stream open until it is stopped. */
  #listen(stop: AbortSignal, tell: (heard: Heard) => void): Promise<void> {
    return new Promise((resolve) => {
      let events: EventSource | null = null;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let waitMs = firstWaitMs;

      const open = () => {
        clearTimeout(timer);
        events?.close();
        events = new EventSource(api.eventsUrl(this.#lastId));
        for (const name of names) {
          events.addEventListener(name, (event: MessageEvent<string>) => {
            waitMs = firstWaitMs;
            tell({ name, id: event.lastEventId || null, data: JSON.parse(event.data) as AccountEvent });
          });
        }
        events.addEventListener("error", () => {
          // A stream that broke off connects again by itself; one that was refused does not.
          if (events?.readyState !== EventSource.CLOSED) return;
          void this.#count();
          timer = setTimeout(open, waitMs);
          waitMs = Math.min(waitMs * 2, longestWaitMs);
        });
      };
      const online = () => {
        if (events?.readyState !== EventSource.OPEN) open();
      };
      addEventListener("online", online);
      stop.addEventListener("abort", () => {
        removeEventListener("online", online);
        clearTimeout(timer);
        events?.close();
        resolve();
      });
      open();
    });
  }

  #hear({ name, id, data }: Heard): void {
    if (name === "counts") {
      if (data.counts) this.#unread = data.counts;
      this.#lastId = id ?? this.#lastId;
      return;
    }
    if (id !== null) {
      if (this.#known.includes(id)) return;
      this.#known = [...this.#known.slice(-remembered), id];
      this.#lastId = id;
    }
    if (name === "notification" && data.notification) this.#tell("notification", data.notification);
    else if (name === "message" && data.message) this.#tell("message", data.message);
    else if (name === "room" && data.roomId) this.#tell("room", { id: data.roomId, room: data.room ?? null });
    else if (name === "reset") this.#tell("reset", null);
  }

  #tell<N extends Name>(name: N, event: LiveEvents[N]): void {
    for (const entry of this.#handlers) if (entry.name === name) (entry.handle as Handler<N>)(event);
  }

  async #count(): Promise<void> {
    const unread = await api.unread();
    if (unread.ok) this.#unread = unread.value;
  }
}

export const live = new Live();
