// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { FeedEnd, Post } from "$lib/api/types";

interface Page {
  items: { post: Post; why: []; repostedBy: null; position: number }[];
  next: string | null;
  requestId: string;
  end: FeedEnd | null;
}

interface Asked {
  query: { tab: string; cursor?: string };
  answer: (names: string[], next: string | null) => Promise<void>;
}

const asked = vi.hoisted(() => [] as Asked[]);

vi.mock("$lib/session/session.svelte", () => ({ session: { me: { id: "ada" } } }));
vi.mock("$lib/api/endpoints", () => ({
  feeds: {
    page: (query: Asked["query"]) =>
      new Promise((resolve) => {
        asked.push({
          query,
          answer: async (names, next) => {
            const items = names.map((id, position) => ({
              post: { id },
              why: [],
              repostedBy: null,
              position,
            }));
            const end = next ? null : "end_of_list";
            resolve({
              ok: true,
              value: { items, next, requestId: `r${asked.length}`, end, moods: [] } as unknown as Page,
            });
            await new Promise((done) => setTimeout(done));
          },
        });
      }),
    preferences: () => Promise.resolve({ ok: false }),
  },
}));

const { Feed } = await import("./feed.svelte");

/** A feed whose first page holds four films and whose second page has been asked for. */
async function opened(tab: "for_you" | "latest") {
  const feed = new Feed();
  void feed.choose(tab);
  await asked[0]?.answer(["a", "b", "c", "d"], "second");
  return feed;
}

const shown = (feed: InstanceType<typeof Feed>) => feed.items.map((item) => item.post.id);

describe("the feed", () => {
  beforeEach(() => void asked.splice(0));

  it("asks for one further page at a time", async () => {
    const feed = await opened("for_you");
    void feed.reach(1);
    void feed.reach(2);
    expect(asked.map(({ query }) => query.cursor)).toEqual([undefined, "second"]);

    await asked[1]?.answer(["e", "f"], "third");
    void feed.reach(3);
    expect(asked.map(({ query }) => query.cursor)).toEqual([undefined, "second", "third"]);
  });

  it("shows nothing that was ranked before a wish", async () => {
    const feed = await opened("for_you");
    void feed.refresh();
    await asked[1]?.answer(["before1", "before2"], "stale");
    expect(shown(feed)).toEqual(["a"]);

    await asked[2]?.answer(["after1", "after2"], "third");
    expect(shown(feed)).toEqual(["a", "after1", "after2"]);
    void feed.reach(2);
    expect(asked[3]?.query.cursor).toBe("third");
  });

  it("is not kept from a further page by one that comes too late", async () => {
    const feed = await opened("for_you");
    void feed.refresh();
    await asked[1]?.answer([], null);
    void feed.more();
    expect(asked).toHaveLength(3);
  });

  it("asks a list by time again for what it took away, so that nothing is missing from it", async () => {
    const feed = await opened("latest");
    await asked[1]?.answer(["e", "f", "g"], null);
    void feed.reach(4);
    void feed.refresh();
    expect(shown(feed)).toEqual(["a", "b", "c", "d", "e"]);
    expect(asked[2]?.query.cursor).toBe("second");

    await asked[2]?.answer(["e", "f", "g"], null);
    expect(shown(feed)).toEqual(["a", "b", "c", "d", "e", "f", "g"]);
    expect(feed.ended).toBe(true);
  });
});
