import { client, settle } from "../client";
import type { components } from "../schema";

export const firstImages = {
  list: () => settle(client.GET("/api/first-images")),
  upload: (file: File) =>
    settle(
      client.POST("/api/first-images", {
        params: { query: { name: file.name, rightsConfirmed: true } },
        body: file as unknown as string,
        bodySerializer: (body: unknown) => body as Blob,
        headers: { "Content-Type": file.type },
      }),
    ),
  takeFrame: (body: components["schemas"]["FirstImageFrameRequest"]) =>
    settle(client.POST("/api/first-images/frame", { body })),
  remove: (id: string) => settle(client.DELETE("/api/first-images/{id}", { params: { path: { id } } })),
};
