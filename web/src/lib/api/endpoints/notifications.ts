import { client, settle } from "../client";
import type { components } from "../schema";

type Schemas = components["schemas"];

export const notifications = {
  list: (kind: string, cursor?: string) =>
    settle(
      client.GET("/api/notifications", {
        params: { query: { limit: 30, ...(kind ? { kind } : {}), ...(cursor ? { cursor } : {}) } },
      }),
    ),
  markOne: (id: string) => settle(client.POST("/api/notifications/{id}/read", { params: { path: { id } } })),
  markAll: () => settle(client.POST("/api/notifications/read", { body: { kind: null, upTo: null } })),
  settings: () => settle(client.GET("/api/notifications/settings")),
  set: (body: Schemas["NotificationSetting"]) => settle(client.PUT("/api/notifications/settings", { body })),
  unread: () => settle(client.GET("/api/unread")),
  eventsUrl: (after: string | null) => `/api/events${after ? `?after=${encodeURIComponent(after)}` : ""}`,
  push: () => settle(client.GET("/api/push")),
  subscribe: (body: Schemas["PushSubscriptionRequest"]) =>
    settle(client.PUT("/api/push/subscription", { body })),
  unsubscribe: () => settle(client.DELETE("/api/push/subscription")),
};
