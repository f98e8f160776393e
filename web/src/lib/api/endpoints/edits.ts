import { client, settle } from "../client";
import type { components } from "../schema";

export const edits = {
  create: (body: components["schemas"]["CreateEditRequest"]) => settle(client.POST("/api/edits", { body })),
  sounds: () => settle(client.GET("/api/sounds")),
  upload: (file: File) =>
    settle(
      client.POST("/api/sounds", {
        params: { query: { name: file.name } },
        body: "",
        bodySerializer: () => file,
        headers: { "Content-Type": "application/octet-stream" },
      }),
    ),
  removeSound: (id: string) => settle(client.DELETE("/api/sounds/{id}", { params: { path: { id } } })),
};
