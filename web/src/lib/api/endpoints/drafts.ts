import { client, settle } from "../client";
import type { components } from "../schema";

type Schemas = components["schemas"];

export const drafts = {
  list: (cursor?: string, limit = 24) =>
    settle(client.GET("/api/drafts", { params: { query: { limit, ...(cursor ? { cursor } : {}) } } })),
  get: (id: string) => settle(client.GET("/api/drafts/{id}", { params: { path: { id } } })),
  remove: (id: string) => settle(client.DELETE("/api/drafts/{id}", { params: { path: { id } } })),
  markRead: (id: string) => settle(client.POST("/api/drafts/{id}/read", { params: { path: { id } } })),
  publish: (id: string, body: Schemas["PublishDraftRequest"]) =>
    settle(client.POST("/api/drafts/{id}/publish", { params: { path: { id } }, body })),
};
