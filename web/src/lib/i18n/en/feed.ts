export const feed = {
  feed: {
    pageTitle: "Feed",
    emptyTitle: "It is quiet here",
    emptyText: "Nobody has published a film yet. Yours could be the first.",
    emptyAction: "Make a film",
    errorTitle: "The feed did not load",
    endTitle: "You have seen it all",
    endText: "New films show up here as people publish them.",
    fromTheTop: "Back to the top",
    next: "Next video",
    previous: "Previous video",
    share: "Share",
    howMade: "How it was made",
    linkCopied: "Link copied.",
    shareFailed: "The link could not be copied. Here it is:",
    keys: "↑ ↓ or J K to move · Space to pause · M for sound",
    readMore: "more",
    readLess: "less",
    postBy: (name: string) => `Film by ${name}`,
  },
};

/** Refusals of feeds, telemetry, search and analytics. */
export const feedProblems = {
  feed_tab_unknown: "There is no such feed.",
  feed_steer_post_missing: "Choose a film first.",
  feed_steer_words_invalid: "Write one word at least, and at most 100 characters.",
  feed_steers_too_many: "That is a lot to see less of. Remove a wish first.",
  feed_steer_not_found: "This wish is not there any more.",
  watch_events_invalid: "What was watched could not be told.",
};
