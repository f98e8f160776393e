import { describe, expect, it } from "vitest";
import type { Notification } from "$lib/api/types";
import { hrefOf, merge } from "./lines";

const ada = { handle: "ada", displayName: "Ada", verified: false, pictureUrl: null };
const post = { id: "p1", title: null, thumbnailUrl: "/t.webp", width: 9, height: 16, mine: true };
const base: Notification = {
  id: "1",
  kind: "like",
  actors: [ada],
  actorCount: 1,
  post,
  commentId: null,
  excerpt: null,
  draftId: null,
  createdAt: "2026-01-01T00:00:00Z",
  read: false,
};

describe("a notification", () => {
  it("leads to what it is about", () => {
    expect(hrefOf({ ...base, kind: "follow", post: null })).toBe("/@ada");
    expect(hrefOf({ ...base, kind: "reply", commentId: "c1" })).toBe("/post/p1?comment=c1");
    expect(hrefOf({ ...base, kind: "generation_completed", post: null, draftId: "d1" })).toBe("/drafts/d1");
    expect(hrefOf({ ...base, kind: "report_decided", post: null })).toBeNull();
  });

  it("takes the place of the group that it joins, and of nothing else", () => {
    const grown = { ...base, id: "2", actorCount: 2 };
    expect(merge([base], grown).map((n) => n.id)).toEqual(["2"]);
    expect(merge([{ ...base, read: true }], grown).map((n) => n.id)).toEqual(["2", "1"]);
    expect(merge([{ ...base, post: { ...post, id: "p2" } }], grown).map((n) => n.id)).toEqual(["2", "1"]);
    expect(merge([base], base)).toHaveLength(1);
  });
});
