import { client, settle } from "../client";
import type { components } from "../schema";

type Schemas = components["schemas"];

export const admin = {
  overview: () => settle(client.GET("/api/admin/overview")),
  cases: (decided: boolean, cursor?: string) =>
    settle(client.GET("/api/admin/cases", { params: { query: { decided, ...(cursor ? { cursor } : {}) } } })),
  decide: (id: string, body: Schemas["DecideCaseRequest"]) =>
    settle(client.POST("/api/admin/cases/{id}/decide", { params: { path: { id } }, body })),
  accounts: (query: string, cursor?: string) =>
    settle(
      client.GET("/api/admin/accounts", { params: { query: { query, ...(cursor ? { cursor } : {}) } } }),
    ),
  change: (handle: string, body: Schemas["AdministerAccountRequest"]) =>
    settle(client.PATCH("/api/admin/accounts/{handle}", { params: { path: { handle } }, body })),
  feature: (id: string, featured: boolean) => {
    const params = { path: { id } };
    return featured
      ? settle(client.PUT("/api/admin/posts/{id}/featured", { params }))
      : settle(client.DELETE("/api/admin/posts/{id}/featured", { params }));
  },
  audit: (cursor?: string) =>
    settle(client.GET("/api/admin/audit", { params: { query: cursor ? { cursor } : {} } })),
};
