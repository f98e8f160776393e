import { client, settle } from "../client";

export const rooms = {
  list: (folder: "inbox" | "requests", cursor?: string) =>
    settle(
      client.GET("/api/rooms", { params: { query: { folder, limit: 30, ...(cursor ? { cursor } : {}) } } }),
    ),
  people: (query: string, signal?: AbortSignal) =>
    settle(
      client.GET("/api/rooms/people", {
        params: { query: query ? { query } : {} },
        ...(signal ? { signal } : {}),
      }),
    ),
  get: (id: string) => settle(client.GET("/api/rooms/{id}", { params: { path: { id } } })),
  open: (handles: string[], name: string | null = null) =>
    settle(client.POST("/api/rooms", { body: { handles, name } })),
  messages: (id: string, cursor?: string) =>
    settle(
      client.GET("/api/rooms/{id}/messages", {
        params: { path: { id }, query: { limit: 40, ...(cursor ? { cursor } : {}) } },
      }),
    ),
  /** Repeat with the same key when no answer came: it is written once. */
  send: (id: string, text: string, postId: string | null, key: string) =>
    settle(
      client.POST("/api/rooms/{id}/messages", {
        params: { path: { id } },
        body: { text, postId },
        headers: { "Idempotency-Key": key },
      }),
    ),
  edit: (messageId: string, text: string) =>
    settle(client.PUT("/api/messages/{id}", { params: { path: { id: messageId } }, body: { text } })),
  remove: (messageId: string) =>
    settle(client.DELETE("/api/messages/{id}", { params: { path: { id: messageId } } })),
  accept: (id: string) => settle(client.POST("/api/rooms/{id}/accept", { params: { path: { id } } })),
  decline: (id: string) => settle(client.POST("/api/rooms/{id}/decline", { params: { path: { id } } })),
  read: (id: string, upTo: string) =>
    settle(client.POST("/api/rooms/{id}/read", { params: { path: { id } }, body: { upTo } })),
  mute: (id: string, muted: boolean) =>
    settle(client.PUT("/api/rooms/{id}/mute", { params: { path: { id } }, body: { muted } })),
  rename: (id: string, name: string) =>
    settle(client.PUT("/api/rooms/{id}/name", { params: { path: { id } }, body: { name } })),
  add: (id: string, handles: string[]) =>
    settle(client.POST("/api/rooms/{id}/members", { params: { path: { id } }, body: { handles } })),
  leave: (id: string) => settle(client.DELETE("/api/rooms/{id}/members/me", { params: { path: { id } } })),
};
