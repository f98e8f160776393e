import { client, settle } from "../client";
import type { components } from "../schema";

type Schemas = components["schemas"];

export interface FeedQuery {
  tab: Schemas["FeedTab"];
  window?: "day" | "week" | "all";
  originals?: boolean;
  since?: Schemas["FeedAge"];
  unseen?: boolean;
  again?: boolean;
  cursor?: string;
  limit?: number;
}

export const feeds = {
  page: (query: FeedQuery) => settle(client.GET("/api/feed", { params: { query } })),
  preferences: () => settle(client.GET("/api/feed/preferences")),
  changePreferences: (body: Schemas["FeedPreferences"]) =>
    settle(client.PUT("/api/feed/preferences", { body })),
  steers: () => settle(client.GET("/api/feed/steers")),
  steer: (body: Schemas["SteerFeedRequest"]) => settle(client.POST("/api/feed/steers", { body })),
  unsteer: (id: string) => settle(client.DELETE("/api/feed/steers/{id}", { params: { path: { id } } })),
};

export const reactions = {
  set: (id: string, kind: Schemas["ReactionKind"]) =>
    settle(client.PUT("/api/posts/{id}/reaction", { params: { path: { id } }, body: { kind } })),
  remove: (id: string) => settle(client.DELETE("/api/posts/{id}/reaction", { params: { path: { id } } })),
};

export const watches = {
  /** `keepalive` lets the request outlive the page; the browser allows 64 KiB of it. */
  record: (events: Schemas["WatchEvent"][]) =>
    settle(client.POST("/api/watches", { body: { events }, keepalive: true })),
};

export const reposts = {
  set: (id: string) => settle(client.PUT("/api/posts/{id}/repost", { params: { path: { id } } })),
  remove: (id: string) => settle(client.DELETE("/api/posts/{id}/repost", { params: { path: { id } } })),
};
