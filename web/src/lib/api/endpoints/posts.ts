import { client, settle } from "../client";

export const posts = {
  get: (id: string) => settle(client.GET("/api/posts/{id}", { params: { path: { id } } })),
  remove: (id: string) => settle(client.DELETE("/api/posts/{id}", { params: { path: { id } } })),
};
