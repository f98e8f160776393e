import { client, settle } from "../client";
import type { components } from "../schema";

type CollectionRequest = components["schemas"]["CollectionRequest"];

export const collections = {
  mine: (post?: string) =>
    settle(client.GET("/api/collections", { params: { query: post ? { post } : {} } })),
  get: (id: string) => settle(client.GET("/api/collections/{id}", { params: { path: { id } } })),
  create: (body: CollectionRequest) => settle(client.POST("/api/collections", { body })),
  change: (id: string, body: CollectionRequest) =>
    settle(client.PUT("/api/collections/{id}", { params: { path: { id } }, body })),
  remove: (id: string) => settle(client.DELETE("/api/collections/{id}", { params: { path: { id } } })),
  add: (id: string, postId: string) =>
    settle(client.PUT("/api/collections/{id}/posts/{postId}", { params: { path: { id, postId } } })),
  take: (id: string, postId: string) =>
    settle(client.DELETE("/api/collections/{id}/posts/{postId}", { params: { path: { id, postId } } })),
  order: (id: string, postIds: string[]) =>
    settle(client.PUT("/api/collections/{id}/order", { params: { path: { id } }, body: { postIds } })),
  bookmarks: (cursor?: string) =>
    settle(client.GET("/api/bookmarks", { params: { query: { limit: 24, ...(cursor ? { cursor } : {}) } } })),
};
