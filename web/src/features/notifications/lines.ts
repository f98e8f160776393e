import type { Notification, NotificationKind } from "$lib/api/types";
import type { IconName } from "$lib/icons/shapes";

/** Where a notification leads; null for nowhere. */
export function hrefOf(notification: Notification): string | null {
  const { kind, actors, actorCount, post, commentId, draftId } = notification;
  if (kind === "export_ready") return "/settings/data";
  if (kind === "follow" && actors[0]) return actorCount === 1 ? `/@${actors[0].handle}` : null;
  if (post && commentId) return `/post/${post.id}?comment=${commentId}`;
  if (post) return `/post/${post.id}`;
  if (draftId) return `/drafts/${draftId}`;
  return null;
}

const icons: Record<NotificationKind, IconName> = {
  follow: "account",
  like: "heart",
  comment: "comment",
  reply: "answer",
  mention: "quote",
  remix: "again",
  repost: "share",
  generation_completed: "check",
  generation_failed: "warning",
  post_published: "feed",
  report_decided: "eye",
  content_removed: "exclusion",
  comment_like: "heart",
  message: "message",
  export_ready: "download",
};

export function iconOf(kind: NotificationKind): IconName {
  return icons[kind];
}

/** What the mailbox can be narrowed to, by kinds separated by commas as the server takes them. */
export const filters = {
  all: "",
  talk: "comment,reply,mention",
  likes: "like,comment_like,repost",
  people: "follow",
  films: "remix,generation_completed,generation_failed,post_published",
} as const;

export type Filter = keyof typeof filters;

/** The newest first, one for each group: one that grew takes the place of what it was. */
export function merge(list: readonly Notification[], fresh: Notification): Notification[] {
  const same = (other: Notification) =>
    other.id === fresh.id ||
    (fresh.actorCount > 1 &&
      !other.read &&
      other.kind === fresh.kind &&
      other.commentId === fresh.commentId &&
      other.post?.id === fresh.post?.id);
  return [fresh, ...list.filter((other) => !same(other))];
}
