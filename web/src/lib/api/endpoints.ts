/** The routes of the server, a file a feature. */
export * from "./endpoints/accounts";
export * from "./endpoints/admin";
export * from "./endpoints/collections";
export * from "./endpoints/comments";
export * from "./endpoints/data";
export * from "./endpoints/drafts";
export * from "./endpoints/edits";
export * from "./endpoints/feed";
export * from "./endpoints/generations";
export * from "./endpoints/instance";
export * from "./endpoints/moderation";
export * from "./endpoints/notifications";
export * from "./endpoints/people";
export * from "./endpoints/posts";
export * from "./endpoints/rooms";
export * from "./endpoints/security";
export * from "./endpoints/settings";
