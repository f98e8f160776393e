import { client, settle } from "../client";

export const search = {
  posts: (
    q: string,
    signal: AbortSignal,
    filters: { shape?: string; window?: string; order?: string },
    cursor?: string,
  ) =>
    settle(
      client.GET("/api/search/posts", {
        params: { query: { q, limit: 24, ...filters, ...(cursor ? { cursor } : {}) } },
        signal,
      }),
    ),
  people: (q: string, signal: AbortSignal, cursor?: string) =>
    settle(
      client.GET("/api/search/people", {
        params: { query: { q, limit: 24, ...(cursor ? { cursor } : {}) } },
        signal,
      }),
    ),
  tags: (q: string, signal: AbortSignal) =>
    settle(client.GET("/api/search/tags", { params: { query: { q } }, signal })),
};

export const explore = {
  get: () => settle(client.GET("/api/explore")),
  styles: () => settle(client.GET("/api/styles")),
};

export const analytics = {
  account: (days: number) => settle(client.GET("/api/analytics", { params: { query: { days } } })),
  post: (id: string, days: number) =>
    settle(client.GET("/api/analytics/posts/{id}", { params: { path: { id }, query: { days } } })),
  csvUrl: (id: string | undefined, days: number) =>
    id === undefined
      ? `/api/analytics/days.csv?days=${days}`
      : `/api/analytics/posts/${encodeURIComponent(id)}/days.csv?days=${days}`,
};
