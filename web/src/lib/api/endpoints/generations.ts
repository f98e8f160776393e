import { client, settle } from "../client";
import type { components } from "../schema";

type Schemas = components["schemas"];

export const generations = {
  screenplay: (body: Schemas["ScreenplayRequest"], signal: AbortSignal) =>
    settle(client.POST("/api/screenplays", { body, signal })),
  create: (body: Schemas["CreateGenerationRequest"]) => settle(client.POST("/api/generations", { body })),
  active: () => settle(client.GET("/api/generations", { params: { query: { active: true } } })),
  get: (id: string) => settle(client.GET("/api/generations/{id}", { params: { path: { id } } })),
  batch: (batch: string) => settle(client.GET("/api/generations", { params: { query: { batch } } })),
  retakeShot: (id: string, number: number, body: Schemas["RetakeShotRequest"]) =>
    settle(
      client.POST("/api/generations/{id}/shots/{number}/retake", { params: { path: { id, number } }, body }),
    ),
  brief: (body: Schemas["BriefRequest"]) => settle(client.POST("/api/screenplays/brief", { body })),
  styles: () => settle(client.GET("/api/styles")),
  completeHandle: (prefix: string, signal: AbortSignal) =>
    settle(client.GET("/api/handles", { params: { query: { prefix } }, signal })),
  cancel: (id: string) => settle(client.POST("/api/generations/{id}/cancel", { params: { path: { id } } })),
  eventsUrl: (id: string) => `/api/generations/${encodeURIComponent(id)}/events`,
};
