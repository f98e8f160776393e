import type { Post } from "$lib/api/types";

/** A track to show with a film. */
export interface Captions {
  url: string;
  /** What its text is written in; null for what the film itself says, in the language of its prompt. */
  language: string | null;
}

/** The captions of a post that suit a reader best: those in their language, any others, what the film itself says. Null where there are none. */
export function captionsFor(post: Pick<Post, "captionTracks" | "video">, locale: string): Captions | null {
  const track =
    post.captionTracks.find(({ language }) => language.split("-")[0] === locale) ?? post.captionTracks[0];
  if (track) return { url: track.url, language: track.language };
  return post.video.captionsUrl ? { url: post.video.captionsUrl, language: null } : null;
}
