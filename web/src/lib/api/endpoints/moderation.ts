import { client, settle } from "../client";
import type { components } from "../schema";

type Schemas = components["schemas"];

export const moderation = {
  report: (body: Schemas["SendReportRequest"]) => settle(client.POST("/api/reports", { body })),
  reports: (cursor?: string) =>
    settle(client.GET("/api/reports", { params: { query: cursor ? { cursor } : {} } })),
  decisions: () => settle(client.GET("/api/me/decisions")),
};
