import { client, settle } from "../client";
import type { components } from "../schema";

type Schemas = components["schemas"];

export const settings = {
  get: () => settle(client.GET("/api/me/settings")),
  change: (body: Schemas["AccountSettings"]) => settle(client.PUT("/api/me/settings", { body })),
};
