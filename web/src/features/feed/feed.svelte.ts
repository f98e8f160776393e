import { feeds, reactions, reposts } from "$lib/api/endpoints";
import type { Problem } from "$lib/api/problem";
import type { FeedEnd, FeedMood, FeedReason, FeedTab, Post } from "$lib/api/types";
import { session } from "$lib/session/session.svelte";
import { filterQuery, filtersKey, noFilters, readFilters, sameFilters, type Filters } from "./filters";

const freshMs = 90_000;
/** How many items before the end the next page is asked for. */
const lookAhead = 4;
/** The first page is small, so that the first film starts soon. */
const firstPage = 4;
const laterPages = 10;
const storageKey = "lucarne.feed";

export const tabs: readonly FeedTab[] = ["for_you", "following", "latest", "top"];
export type TopWindow = "day" | "week" | "all";

export interface Item {
  post: Post;
  why: readonly FeedReason[];
  repostedBy: Post["author"] | null;
  position: number;
  requestId: string;
}

/** A feed, and where in it the person is. Kept while they look at another page for a moment. */
export class Feed {
  tab = $state<FeedTab>("for_you");
  window = $state<TopWindow>("week");
  items = $state.raw<Item[]>([]);
  index = $state(0);
  state = $state<"loading" | "ready" | "failed">("loading");
  problem = $state.raw<Problem | null>(null);
  end = $state<FeedEnd | null>(null);
  /** What the person is in the mood for; it steers For you. */
  moods = $state.raw<readonly FeedMood[]>([]);
  /** What the person leaves out of every feed. */
  filters = $state.raw<Filters>(readFilters(localStorage.getItem(filtersKey)));
  #again = false;
  #next: string | null = null;
  /** Where each loaded page begins, and the cursor that it was asked for with. */
  #pages: { from: number; cursor: string | null }[] = [];
  #loadedMs = Number.NEGATIVE_INFINITY;
  #request = 0;
  /** The `#request` for which a further page is on its way. */
  #moreFor: number | null = null;
  #chosen = false;

  /** Everything there is has been loaded. */
  get ended(): boolean {
    return this.end !== null;
  }

  /** Something is left out of this feed. */
  get filtered(): boolean {
    return Object.keys(filterQuery(this.filters, this.tab, session.me !== null)).length > 0;
  }

  /** The item that the person looks at. */
  get current(): Item | undefined {
    return this.items[this.index];
  }

  async open(): Promise<void> {
    if (this.state === "ready" && performance.now() - this.#loadedMs < freshMs) return;
    if (!this.#chosen) this.#chooseFirst();
    await this.reload();
  }

  /** Opens the feed that an address names, unless it is there already. */
  async openNamed(tab: FeedTab): Promise<void> {
    if (this.#chosen && this.tab === tab) await this.open();
    else await this.choose(tab);
  }

  async choose(tab: FeedTab, window: TopWindow = this.window): Promise<void> {
    this.#chosen = true;
    this.tab = tab;
    this.window = window;
    await this.reload();
  }

  async reload(options: { again?: boolean } = {}): Promise<void> {
    this.state = "loading";
    this.index = 0;
    this.end = null;
    this.#again = options.again === true;
    const request = ++this.#request;
    const page = await this.#page(null, firstPage);
    if (request !== this.#request) return;
    if (!page.ok) {
      this.problem = page.problem;
      this.state = "failed";
      return;
    }
    this.items = itemsOf(page.value);
    this.#pages = [{ from: 0, cursor: null }];
    this.#take(page.value);
    this.problem = null;
    this.state = "ready";
    if (!this.ended) void this.more();
  }

  /** To be called when the person has come to an item. */
  async reach(index: number): Promise<void> {
    this.index = index;
    if (this.ended || index < this.items.length - lookAhead) return;
    await this.more();
  }

  /** Loads a further page, one at a time. */
  async more(): Promise<void> {
    const request = this.#request;
    if (this.#moreFor === request) return;
    this.#moreFor = request;
    const cursor = this.#next;
    const page = await this.#page(cursor, laterPages);
    if (request !== this.#request) return;
    this.#moreFor = null;
    if (!page.ok) {
      this.problem = page.problem;
      return;
    }
    this.problem = null;
    const known = this.items.map((item) => item.post.id);
    this.#pages.push({ from: this.items.length, cursor });
    this.items = [...this.items, ...itemsOf(page.value).filter((item) => !known.includes(item.post.id))];
    this.#take(page.value);
  }

  /** Likes or dislikes, or takes it back when it is said again. Shown at once; the server's answer has the last word. */
  async react(post: Post, kind: "like" | "dislike"): Promise<Problem | null> {
    const undo = post.myReaction === kind;
    const likes =
      post.counts.likes + (kind === "like" ? (undo ? -1 : 1) : post.myReaction === "like" ? -1 : 0);
    this.replace({ ...post, myReaction: undo ? null : kind, counts: { ...post.counts, likes } });
    const answer = undo ? await reactions.remove(post.id) : await reactions.set(post.id, kind);
    this.replace(answer.ok ? answer.value : post);
    return answer.ok ? null : answer.problem;
  }

  /** Reposts, or takes the repost back. */
  async repost(post: Post): Promise<Problem | null> {
    const answer = post.reposted ? await reposts.remove(post.id) : await reposts.set(post.id);
    if (!answer.ok) return answer.problem;
    const counts = { ...post.counts, reposts: post.counts.reposts + (post.reposted ? -1 : 1) };
    this.replace({ ...post, reposted: !post.reposted, counts });
    return null;
  }

  replace(post: Post): void {
    this.items = this.items.map((item) => (item.post.id === post.id ? { ...item, post } : item));
  }

  /** Takes away what comes after the present item, and asks for it anew: a wish holds from the next film on. */
  async refresh(): Promise<void> {
    if (this.state !== "ready") return this.reload();
    // A page that is on its way was made before the wish.
    this.#request++;
    const left = this.index + 1;
    const cut = left < this.items.length;
    this.items = this.items.slice(0, left);
    // For you remembers what it has served and goes on behind it; in any other list, what is taken away has to come again.
    const goesOn = this.tab === "for_you" && session.me !== null && !this.#again;
    if (cut && !goesOn) {
      while ((this.#pages.at(-1)?.from ?? 0) > left) this.#pages.pop();
      this.#next = this.#pages.pop()?.cursor ?? null;
    }
    if (goesOn || cut) this.end = null;
    if (!this.ended) await this.more();
  }

  /** Notes what the person is in the mood for, and shows For you by it. */
  async addMood(words: string): Promise<Problem | null> {
    const answer = await feeds.steer({ kind: "mood", words });
    if (!answer.ok) return answer.problem;
    const { id } = answer.value;
    this.moods = [
      { id, words: answer.value.words ?? words },
      ...this.moods.filter((mood) => mood.words !== words),
    ];
    if (this.tab === "for_you") await this.refresh();
    else await this.choose("for_you");
    return null;
  }

  /** Takes a wish back. */
  async removeSteer(id: string): Promise<Problem | null> {
    const answer = await feeds.unsteer(id);
    if (!answer.ok && answer.problem.code !== "feed_steer_not_found") return answer.problem;
    this.moods = this.moods.filter((mood) => mood.id !== id);
    await this.refresh();
    return null;
  }

  /** Forgets what is loaded: something was published or deleted, or someone else is signed in. */
  forget(): void {
    this.#loadedMs = Number.NEGATIVE_INFINITY;
    this.#chosen = false;
  }

  /** Keeps which feed opens first, on this device and with the account. */
  async keep(tab: FeedTab): Promise<Problem | null> {
    localStorage.setItem(storageKey, tab);
    return this.#keepWithAccount(tab);
  }

  /** Leaves something out of every feed, here and with the account. */
  async leaveOut(filters: Filters): Promise<Problem | null> {
    this.#setFilters(filters);
    const [problem] = await Promise.all([this.#keepWithAccount(), this.reload()]);
    return problem;
  }

  async #keepWithAccount(tab?: FeedTab): Promise<Problem | null> {
    if (!session.me) return null;
    const known = localStorage.getItem(storageKey);
    const defaultTab = tab ?? tabs.find((other) => other === known) ?? "for_you";
    const answer = await feeds.changePreferences({ defaultTab, ...this.filters });
    return answer.ok ? null : answer.problem;
  }

  #setFilters(filters: Filters): void {
    this.filters = filters;
    if (sameFilters(filters, noFilters)) localStorage.removeItem(filtersKey);
    else localStorage.setItem(filtersKey, JSON.stringify(filters));
  }

  /** What this device knows decides at once. What the account has chosen on another device opens first the next time, and is left out at once. */
  #chooseFirst(): void {
    this.#chosen = true;
    const kept = localStorage.getItem(storageKey);
    const known = tabs.find((tab) => tab === kept);
    this.tab = known ?? (session.me ? "for_you" : "latest");
    if (session.me) {
      void feeds.preferences().then((answer) => {
        if (!answer.ok) return;
        const { defaultTab, originals, since = "any", unseen } = answer.value;
        localStorage.setItem(storageKey, defaultTab);
        if (sameFilters(this.filters, { originals, since, unseen })) return;
        this.#setFilters({ originals, since, unseen });
        void this.reload();
      });
    } else if (this.tab === "following") {
      this.tab = "latest";
    }
  }

  #page(cursor: string | null, limit: number) {
    return feeds.page({
      tab: this.tab,
      limit,
      ...(this.tab === "top" ? { window: this.window } : {}),
      ...filterQuery(this.filters, this.tab, session.me !== null),
      ...(this.#again ? { again: true } : {}),
      ...(cursor ? { cursor } : {}),
    });
  }

  #take(page: { next: string | null; end: FeedEnd | null; moods: readonly FeedMood[] }): void {
    this.#next = page.next;
    if (this.tab === "for_you") this.moods = page.moods;
    this.end = page.end;
    this.#loadedMs = performance.now();
  }
}

function itemsOf(page: { items: Omit<Item, "requestId">[]; requestId: string }): Item[] {
  return page.items.map((item) => ({ ...item, requestId: page.requestId }));
}

export const feed = new Feed();
