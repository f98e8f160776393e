import { client, settle } from "../client";
import type { components } from "../schema";

type Schemas = components["schemas"];

export const generations = {
  screenplay: (body: Schemas["ScreenplayRequest"], signal: AbortSignal) =>
    settle(client.POST("/api/screenplays", { body, signal })),
  create: (body: Schemas["CreateGenerationRequest"]) => settle(client.POST("/api/generations", { body })),
  active: () => settle(client.GET("/api/generations", { params: { query: { active: true } } })),
  get: (id: string) => settle(client.GET("/api/generations/{id}", { params: { path: { id } } })),
  cancel: (id: string) => settle(client.POST("/api/generations/{id}/cancel", { params: { path: { id } } })),
  eventsUrl: (id: string) => `/api/generations/${encodeURIComponent(id)}/events`,
};
