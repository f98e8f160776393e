import { rooms as api } from "$lib/api/endpoints";
import type { Problem } from "$lib/api/problem";
import type { Message, Room } from "$lib/api/types";
import { live } from "$lib/live/live.svelte";

export type Folder = "inbox" | "requests";

/** The rooms of the account, kept while it goes from one to the other. */
class Rooms {
  folder = $state<Folder>("inbox");
  phase = $state<"loading" | "ready" | "failed">("loading");
  problem = $state.raw<Problem | null>(null);
  items = $state.raw<Room[]>([]);
  next = $state<string | null>(null);
  busy = $state(false);

  /** Follows the rooms; the answer stops it. */
  start(): () => void {
    void this.load();
    const stops = [
      live.on("message", (message) => this.#hear(message)),
      live.on("room", ({ id, room }) => this.#put(id, room)),
      live.on("reset", () => void this.load()),
    ];
    return () => stops.forEach((stop) => stop());
  }

  async show(folder: Folder): Promise<void> {
    if (folder === this.folder) return;
    this.folder = folder;
    this.items = [];
    this.phase = "loading";
    await this.load();
  }

  async load(): Promise<void> {
    const folder = this.folder;
    const page = await api.list(folder);
    if (folder !== this.folder) return;
    if (!page.ok) {
      this.problem = page.problem;
      if (this.items.length === 0) this.phase = "failed";
      return;
    }
    this.items = page.value.items;
    this.next = page.value.next;
    this.problem = null;
    this.phase = "ready";
  }

  async more(): Promise<void> {
    if (this.next === null) return;
    this.busy = true;
    const page = await api.list(this.folder, this.next);
    this.busy = false;
    if (!page.ok) {
      this.problem = page.problem;
      return;
    }
    const known = this.items.map((room) => room.id);
    this.items = [...this.items, ...page.value.items.filter((room) => !known.includes(room.id))];
    this.next = page.value.next;
  }

  /** Takes a room as it now is. */
  take(room: Room): void {
    this.#put(room.id, room);
  }

  /** Forgets everything: someone else is signed in. */
  forget(): void {
    this.folder = "inbox";
    this.items = [];
    this.phase = "loading";
  }

  #hear(message: Message): void {
    const room = this.items.find((item) => item.id === message.roomId);
    if (!room) {
      void this.load();
      return;
    }
    if (room.lastMessage !== null && message.id < room.lastMessage.id) return;
    const fresh = room.lastMessage?.id !== message.id;
    const unread = room.unread + (fresh && !message.mine && message.kind === "text" ? 1 : 0);
    this.#put(room.id, { ...room, lastMessage: message, lastMessageAt: message.createdAt, unread });
  }

  #put(id: string, room: Room | null): void {
    const others = this.items.filter((item) => item.id !== id);
    const here = room !== null && room.state === (this.folder === "inbox" ? "member" : "invited");
    const shown = here && (room.kind === "group" || room.lastMessage !== null);
    this.items = (shown ? [room, ...others] : others).sort((a, b) =>
      a.lastMessageAt < b.lastMessageAt ? 1 : -1,
    );
  }
}

export const rooms = new Rooms();
