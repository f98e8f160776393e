import type { Author, Message, Room } from "$lib/api/types";
import type { Dictionary } from "$lib/i18n/dictionary";

/** Everyone in a room but oneself. */
export function othersOf(room: Room): Author[] {
  return room.members.filter((member) => !member.mine).map((member) => member.author);
}

/** What a room is called: its name, or who is in it. */
export function titleOf(room: Room, t: Dictionary): string {
  if (room.name !== null) return room.name;
  const others = othersOf(room).map((author) => author.displayName);
  if (others.length === 0) return t.messages.yourself;
  return others.length <= 3 ? others.join(", ") : `${others.slice(0, 3).join(", ")} +${others.length - 3}`;
}

/** What a room is called, and whether it is a conversation with someone whose identity is confirmed. */
export function nameOf(room: Room, t: Dictionary): { displayName: string; verified: boolean } {
  const others = othersOf(room);
  return {
    displayName: titleOf(room, t),
    verified: room.name === null && others.length === 1 && others[0]?.verified === true,
  };
}

/** One line that says what a message says. */
export function lineOf(message: Message, t: Dictionary): string {
  const who = message.mine ? t.messages.you : message.author.displayName;
  switch (message.kind) {
    case "added":
      return t.messages.added(who, message.subject?.displayName ?? "…");
    case "left":
      return t.messages.left(who);
    case "renamed":
      return t.messages.renamed(who, message.text);
    case "text":
      if (message.deleted) return t.messages.deleted;
      return message.text || `${who} ${t.messages.sharedFilm}`;
  }
}

/** True where a message goes on what the one before began: same author, little time between. */
export function continues(message: Message, before: Message | undefined): boolean {
  const pauseMs = 5 * 60_000;
  return (
    before?.kind === "text" &&
    message.kind === "text" &&
    before.author.handle === message.author.handle &&
    Date.parse(message.createdAt) - Date.parse(before.createdAt) < pauseMs
  );
}

/** True where a message is the first of its day on this device. */
export function beginsDay(message: Message, before: Message | undefined): boolean {
  return (
    before === undefined ||
    new Date(message.createdAt).toDateString() !== new Date(before.createdAt).toDateString()
  );
}
