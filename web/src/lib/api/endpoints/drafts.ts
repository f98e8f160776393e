import { client, settle } from "../client";
import type { components } from "../schema";

type Schemas = components["schemas"];

/** Which drafts to list; what is absent does not matter. */
export interface DraftFilter {
  q?: string;
  status?: Schemas["GenerationState"];
  unread?: boolean;
  orientation?: "portrait" | "landscape" | "square";
  folder?: string;
}

export const drafts = {
  list: (cursor?: string, filter: DraftFilter = {}, limit = 24) =>
    settle(
      client.GET("/api/drafts", { params: { query: { ...filter, limit, ...(cursor ? { cursor } : {}) } } }),
    ),
  get: (id: string) => settle(client.GET("/api/drafts/{id}", { params: { path: { id } } })),
  remove: (id: string) => settle(client.DELETE("/api/drafts/{id}", { params: { path: { id } } })),
  markRead: (id: string) => settle(client.POST("/api/drafts/{id}/read", { params: { path: { id } } })),
  publish: (id: string, body: Schemas["PublishDraftRequest"]) =>
    settle(client.POST("/api/drafts/{id}/publish", { params: { path: { id } }, body })),
  rename: (id: string, title: string | null) =>
    settle(client.PUT("/api/drafts/{id}/title", { params: { path: { id } }, body: { title } })),
  reroll: (id: string) => settle(client.POST("/api/drafts/{id}/reroll", { params: { path: { id } } })),
  retry: (id: string) => settle(client.POST("/api/drafts/{id}/retry", { params: { path: { id } } })),
  arrange: (body: Schemas["ArrangeDraftsRequest"]) => settle(client.POST("/api/drafts/arrange", { body })),
  folders: () => settle(client.GET("/api/drafts/folders")),
  createFolder: (name: string) => settle(client.POST("/api/drafts/folders", { body: { name } })),
  renameFolder: (id: string, name: string) =>
    settle(client.PUT("/api/drafts/folders/{id}", { params: { path: { id } }, body: { name } })),
  removeFolder: (id: string) =>
    settle(client.DELETE("/api/drafts/folders/{id}", { params: { path: { id } } })),
  schedule: (id: string, body: Schemas["SchedulePostRequest"]) =>
    settle(client.PUT("/api/drafts/{id}/schedule", { params: { path: { id } }, body })),
  unschedule: (id: string) =>
    settle(client.DELETE("/api/drafts/{id}/schedule", { params: { path: { id } } })),
  scheduled: () => settle(client.GET("/api/schedule")),
};
