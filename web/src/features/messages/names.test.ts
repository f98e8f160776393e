import { describe, expect, it } from "vitest";
import type { Message, Room } from "$lib/api/types";
import { en } from "$lib/i18n/en";
import { beginsDay, continues, lineOf, titleOf } from "./names";

const person = (displayName: string) => ({
  handle: displayName.toLowerCase(),
  displayName,
  verified: false,
  pictureUrl: null,
});

function room(names: string[], name: string | null = null): Room {
  const others = names.map((n) => ({ author: person(n), mine: false, pending: false, readUpTo: null }));
  return {
    id: "r",
    kind: names.length > 1 ? "group" : "pair",
    name,
    members: [{ author: person("Me"), mine: true, pending: false, readUpTo: null }, ...others],
    state: "member",
    muted: false,
    unread: 0,
    lastMessage: null,
    lastMessageAt: "2026-01-01T00:00:00Z",
    canWrite: true,
  };
}

function message(over: Partial<Message>): Message {
  return {
    id: "1",
    roomId: "r",
    kind: "text",
    author: person("Ada"),
    text: "Hi",
    facets: [],
    postId: null,
    post: null,
    subject: null,
    createdAt: "2026-01-01T10:00:00Z",
    editedAt: null,
    deleted: false,
    mine: false,
    ...over,
  };
}

describe("a room", () => {
  it("is called by its name, or by who is in it", () => {
    expect(titleOf(room(["Ada"]), en)).toBe("Ada");
    expect(titleOf(room(["Ada", "Brook"], "Film night"), en)).toBe("Film night");
    expect(titleOf(room(["A", "B", "C", "D", "E"]), en)).toBe("A, B, C +2");
    expect(titleOf(room([]), en)).toBe("Just you");
  });
});

describe("a message", () => {
  it("is told in one line", () => {
    expect(lineOf(message({}), en)).toBe("Hi");
    expect(lineOf(message({ text: "", postId: "p" }), en)).toBe("Ada shared a film");
    expect(lineOf(message({ text: "", deleted: true }), en)).toBe("This message was deleted.");
    expect(lineOf(message({ kind: "added", subject: person("Brook"), mine: true }), en)).toBe(
      "You brought in Brook",
    );
  });

  it("goes on the one before for five minutes", () => {
    const before = message({});
    expect(continues(message({ createdAt: "2026-01-01T10:04:00Z" }), before)).toBe(true);
    expect(continues(message({ createdAt: "2026-01-01T10:06:00Z" }), before)).toBe(false);
    expect(continues(message({ author: person("Brook") }), before)).toBe(false);
    expect(continues(message({}), undefined)).toBe(false);
    expect(beginsDay(message({ createdAt: "2026-01-03T10:00:00Z" }), before)).toBe(true);
    expect(beginsDay(message({}), before)).toBe(false);
  });
});
