import { client, settle } from "../client";

export const posts = {
  feed: (cursor?: string, limit = 8) =>
    settle(
      client.GET("/api/feed", { params: { query: { tab: "latest", limit, ...(cursor ? { cursor } : {}) } } }),
    ),
  get: (id: string) => settle(client.GET("/api/posts/{id}", { params: { path: { id } } })),
  remove: (id: string) => settle(client.DELETE("/api/posts/{id}", { params: { path: { id } } })),
};
