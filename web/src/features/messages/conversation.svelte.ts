import { idempotencyKey } from "$lib/api/client";
import { rooms as api } from "$lib/api/endpoints";
import type { Problem } from "$lib/api/problem";
import type { Message, Room } from "$lib/api/types";
import { live } from "$lib/live/live.svelte";

/** A message that the server has not confirmed. */
export interface Outgoing {
  /** Sent with every attempt: however many arrive, one is written. */
  readonly key: string;
  readonly text: string;
  problem: Problem | null;
}

/** One room that is open, and what is written there. */
export class Conversation {
  phase = $state<"loading" | "ready" | "failed">("loading");
  problem = $state.raw<Problem | null>(null);
  room = $state.raw<Room | null>(null);
  /** The oldest first. */
  messages = $state.raw<Message[]>([]);
  outgoing = $state<Outgoing[]>([]);
  next = $state<string | null>(null);
  busy = $state(false);
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }

  /** Follows the room; the answer stops it. */
  start(): () => void {
    void this.load();
    const stops = [
      live.on("message", (message) => {
        if (message.roomId === this.id) this.put(message);
      }),
      live.on("room", ({ id, room }) => {
        if (id === this.id) this.room = room ?? this.room;
        if (id === this.id && room === null) void this.load();
      }),
      live.on("reset", () => void this.load()),
    ];
    const online = () =>
      this.outgoing.filter((out) => out.problem?.status === 0).forEach((out) => void this.#send(out));
    addEventListener("online", online);
    return () => {
      stops.forEach((stop) => stop());
      removeEventListener("online", online);
    };
  }

  async load(): Promise<void> {
    const [room, page] = await Promise.all([api.get(this.id), api.messages(this.id)]);
    if (!room.ok || !page.ok) {
      this.problem = !room.ok ? room.problem : !page.ok ? page.problem : null;
      this.phase = "failed";
      return;
    }
    this.room = room.value;
    this.messages = page.value.items.toReversed();
    this.next = page.value.next;
    this.problem = null;
    this.phase = "ready";
  }

  async earlier(): Promise<Problem | null> {
    if (this.next === null || this.busy) return null;
    this.busy = true;
    const page = await api.messages(this.id, this.next);
    this.busy = false;
    if (!page.ok) return page.problem;
    const known = this.messages.map((message) => message.id);
    this.messages = [...page.value.items.filter((m) => !known.includes(m.id)).toReversed(), ...this.messages];
    this.next = page.value.next;
    return null;
  }

  write(text: string): void {
    this.outgoing.push({ key: idempotencyKey(), text, problem: null });
    const last = this.outgoing.at(-1);
    if (last) void this.#send(last);
  }

  resend(out: Outgoing): void {
    void this.#send(out);
  }

  discard(out: Outgoing): void {
    this.outgoing = this.outgoing.filter((other) => other.key !== out.key);
  }

  async edit(message: Message, text: string): Promise<Problem | null> {
    const result = await api.edit(message.id, text);
    if (result.ok) this.put(result.value);
    return result.ok ? null : result.problem;
  }

  async remove(message: Message): Promise<Problem | null> {
    const result = await api.remove(message.id);
    if (result.ok) this.put(result.value);
    return result.ok ? null : result.problem;
  }

  async answer(accept: boolean): Promise<Problem | null> {
    const result = await (accept ? api.accept(this.id) : api.decline(this.id));
    if (result.ok) this.room = result.value;
    return result.ok ? null : result.problem;
  }

  /** Notes that what is here was seen, where the last word is someone else's. */
  async markRead(): Promise<void> {
    const last = this.messages.at(-1);
    const room = this.room;
    if (!last || room?.state !== "member" || document.visibilityState !== "visible") return;
    const seen = room.members.find((member) => member.mine)?.readUpTo;
    if (room.unread === 0 && seen && seen >= last.id) return;
    const result = await api.read(this.id, last.id);
    if (result.ok) this.room = result.value;
  }

  put(message: Message): void {
    const others = this.messages.filter((other) => other.id !== message.id);
    this.messages = [...others, message].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async #send(out: Outgoing): Promise<void> {
    out.problem = null;
    const result = await api.send(this.id, out.text, null, out.key);
    if (result.ok) {
      this.discard(out);
      this.put(result.value);
      return;
    }
    const waiting = this.outgoing.find((other) => other.key === out.key);
    if (waiting) waiting.problem = result.problem;
  }
}
