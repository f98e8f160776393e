import { client, settle } from "../client";
import type { components } from "../schema";

type Schemas = components["schemas"];

export const comments = {
  list: (postId: string, order: "best" | "newest", cursor?: string) =>
    settle(
      client.GET("/api/posts/{id}/comments", {
        params: { path: { id: postId }, query: { order, limit: 20, ...(cursor ? { cursor } : {}) } },
      }),
    ),
  thread: (id: string) => settle(client.GET("/api/comments/{id}/thread", { params: { path: { id } } })),
  answers: (id: string, cursor?: string) =>
    settle(
      client.GET("/api/comments/{id}/answers", {
        params: { path: { id }, query: { limit: 20, ...(cursor ? { cursor } : {}) } },
      }),
    ),
  edits: (id: string) => settle(client.GET("/api/comments/{id}/edits", { params: { path: { id } } })),
  terms: (postId: string) =>
    settle(client.GET("/api/posts/{id}/comment-rules", { params: { path: { id: postId } } })),
  setRules: (postId: string, body: Schemas["CommentRules"]) =>
    settle(client.PUT("/api/posts/{id}/comment-rules", { params: { path: { id: postId } }, body })),
  write: (postId: string, text: string, answerTo: string | null) =>
    settle(
      client.POST("/api/posts/{id}/comments", { params: { path: { id: postId } }, body: { text, answerTo } }),
    ),
  edit: (id: string, text: string) =>
    settle(client.PUT("/api/comments/{id}", { params: { path: { id } }, body: { text } })),
  remove: (id: string) => settle(client.DELETE("/api/comments/{id}", { params: { path: { id } } })),
  like: (id: string, on: boolean) => {
    const init = { params: { path: { id } } };
    return settle(
      on ? client.PUT("/api/comments/{id}/like", init) : client.DELETE("/api/comments/{id}/like", init),
    );
  },
  hide: (id: string, on: boolean) => {
    const init = { params: { path: { id } } };
    return settle(
      on ? client.PUT("/api/comments/{id}/hidden", init) : client.DELETE("/api/comments/{id}/hidden", init),
    );
  },
  pin: (id: string, on: boolean) => {
    const init = { params: { path: { id } } };
    return settle(
      on ? client.PUT("/api/comments/{id}/pin", init) : client.DELETE("/api/comments/{id}/pin", init),
    );
  },
};
