import { comments as api } from "$lib/api/endpoints";
import type { Problem, Result } from "$lib/api/problem";
import type { Comment, CommentTerms, CommentThread } from "$lib/api/types";

export type Order = "best" | "newest";

/** The comments of one post as they are read, written and changed in a panel. */
export class CommentList {
  phase = $state<"loading" | "ready" | "failed">("loading");
  problem = $state.raw<Problem | null>(null);
  threads = $state<CommentThread[]>([]);
  terms = $state.raw<CommentTerms | null>(null);
  order = $state<Order>("best");
  next = $state<string | null>(null);
  busy = $state(false);
  readonly #postId: string;
  readonly #focusId: string | null;
  readonly #counted: (by: number) => void;

  /**
   * @param postId The post.
   * @param focusId A comment whose thread comes first, whatever the order.
   * @param counted Told when comments come and go.
   */
  constructor(postId: string, focusId: string | null, counted: (by: number) => void) {
    this.#postId = postId;
    this.#focusId = focusId;
    this.#counted = counted;
  }

  async load(): Promise<void> {
    this.phase = "loading";
    const [page, terms, focused] = await Promise.all([
      api.list(this.#postId, this.order),
      api.terms(this.#postId),
      this.#focusId === null ? null : api.thread(this.#focusId),
    ]);
    if (!page.ok || !terms.ok) {
      this.problem = !page.ok ? page.problem : !terms.ok ? terms.problem : null;
      this.phase = "failed";
      return;
    }
    const first = focused?.ok ? [focused.value] : [];
    this.threads = [
      ...first,
      ...page.value.items.filter((t) => !first.some((f) => f.comment.id === t.comment.id)),
    ];
    this.next = page.value.next;
    this.terms = terms.value;
    this.problem = null;
    this.phase = "ready";
  }

  async sort(order: Order): Promise<void> {
    this.order = order;
    await this.load();
  }

  async more(): Promise<void> {
    if (this.next === null || this.busy) return;
    this.busy = true;
    const page = await api.list(this.#postId, this.order, this.next);
    this.busy = false;
    this.problem = page.ok ? null : page.problem;
    if (!page.ok) return;
    const known = this.threads.map((thread) => thread.comment.id);
    this.threads = [...this.threads, ...page.value.items.filter((t) => !known.includes(t.comment.id))];
    this.next = page.value.next;
  }

  async moreAnswers(thread: CommentThread): Promise<Problem | null> {
    if (thread.next === null) return null;
    const page = await api.answers(thread.comment.id, thread.next);
    if (!page.ok) return page.problem;
    const known = thread.answers.map((answer) => answer.id);
    thread.answers = [...thread.answers, ...page.value.items.filter((a) => !known.includes(a.id))].sort(
      (a, b) => (a.id < b.id ? -1 : 1),
    );
    thread.next = page.value.next;
    return null;
  }

  async write(text: string, answerTo: Comment | null): Promise<Problem | null> {
    const written = await api.write(this.#postId, text, answerTo?.id ?? null);
    if (!written.ok) return written.problem;
    const comment = written.value;
    const thread = this.threads.find((t) => t.comment.id === comment.threadId);
    if (comment.parentId === null) {
      const pinned = this.threads.findIndex((t) => t.comment.pinned) + 1;
      this.threads.splice(pinned, 0, { comment, answers: [], next: null });
    } else if (thread) {
      thread.answers.push(comment);
      thread.comment.answers++;
    }
    this.#counted(1);
    return null;
  }

  async edit(comment: Comment, text: string): Promise<Problem | null> {
    return this.#take(await api.edit(comment.id, text));
  }

  async like(comment: Comment, on: boolean): Promise<Problem | null> {
    const before = { ...comment };
    this.#put({ ...comment, liked: on, likes: comment.likes + (on ? 1 : -1) });
    const result = await api.like(comment.id, on);
    if (!result.ok) this.#put(before);
    return this.#take(result);
  }

  async hide(comment: Comment, on: boolean): Promise<Problem | null> {
    const result = await api.hide(comment.id, on);
    if (result.ok && (comment.state === "hidden") !== on) this.#counted(on ? -1 : 1);
    return this.#take(result);
  }

  async pin(comment: Comment, on: boolean): Promise<Problem | null> {
    const result = await api.pin(comment.id, on);
    if (!result.ok) return result.problem;
    for (const thread of this.threads) thread.comment.pinned = false;
    const problem = this.#take(result);
    const at = this.threads.findIndex((t) => t.comment.id === comment.id);
    if (on && at > 0) this.threads.unshift(...this.threads.splice(at, 1));
    return problem;
  }

  async remove(comment: Comment): Promise<Problem | null> {
    const removed = await api.remove(comment.id);
    if (!removed.ok && removed.problem.status !== 404) return removed.problem;
    const thread = this.threads.find((t) => t.comment.id === comment.threadId);
    if (comment.parentId === null) {
      if (thread && thread.comment.answers > 0) {
        this.#put({
          ...comment,
          state: "deleted",
          author: null,
          text: "",
          facets: [],
          likes: 0,
          mine: false,
          pinned: false,
        });
      } else {
        this.threads = this.threads.filter((t) => t.comment.id !== comment.id);
      }
    } else if (thread) {
      thread.answers = thread.answers.filter((answer) => answer.id !== comment.id);
      if (comment.state === "standing") thread.comment.answers--;
      if (thread.comment.state === "deleted" && thread.comment.answers === 0) {
        this.threads = this.threads.filter((t) => t !== thread);
      }
    }
    if (comment.state === "standing") this.#counted(-1);
    return null;
  }

  async setRules(audience: CommentTerms["audience"], slowSeconds: number): Promise<Problem | null> {
    const set = await api.setRules(this.#postId, { audience, slowSeconds });
    if (!set.ok) return set.problem;
    if (this.terms) this.terms = { ...this.terms, ...set.value };
    return null;
  }

  #take(result: Result<Comment>): Problem | null {
    if (!result.ok) return result.problem;
    this.#put(result.value);
    return null;
  }

  #put(comment: Comment): void {
    const thread = this.threads.find((t) => t.comment.id === comment.threadId);
    if (!thread) return;
    if (comment.parentId === null) thread.comment = comment;
    else thread.answers = thread.answers.map((answer) => (answer.id === comment.id ? comment : answer));
  }
}
