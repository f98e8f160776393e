import { wordsOf } from "$lib/text/shots";
import { drafts, posts } from "$lib/api/endpoints";
import type { Draft, Post } from "$lib/api/types";
import type { Film } from "./edit.svelte";

/** A finished draft as a film to take clips from; null for one that is not finished. */
export function toFilm(draft: Draft): Film | null {
  return draft.video
    ? {
        kind: "draft",
        id: draft.id,
        title: draft.title ?? wordsOf(draft.generation.prompt),
        video: draft.video,
      }
    : null;
}

export function postFilm(post: Post): Film {
  return { kind: "post", id: post.id, title: post.title ?? wordsOf(post.prompt), video: post.video };
}

/** The films that an address names: `clips=DRAFT,p:POST,…`. What is gone is left out. */
export async function filmsOf(clips: string | null): Promise<Film[]> {
  const names = (clips ?? "").split(",").filter((name) => name !== "");
  const films = await Promise.all(
    names.map(async (name) => {
      if (name.startsWith("p:")) {
        const post = await posts.get(name.slice(2));
        return post.ok && post.value.mine ? postFilm(post.value) : null;
      }
      const draft = await drafts.get(name);
      return draft.ok ? toFilm(draft.value) : null;
    }),
  );
  return films.filter((film) => film !== null);
}
