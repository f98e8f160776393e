import { client, settle } from "../client";
import type { components } from "../schema";

export const posts = {
  get: (id: string) => settle(client.GET("/api/posts/{id}", { params: { path: { id } } })),
  remove: (id: string) => settle(client.DELETE("/api/posts/{id}", { params: { path: { id } } })),
  edit: (id: string, body: components["schemas"]["EditPostRequest"]) =>
    settle(client.PUT("/api/posts/{id}", { params: { path: { id } }, body })),
  revisions: (id: string) => settle(client.GET("/api/posts/{id}/revisions", { params: { path: { id } } })),
  recipe: (id: string) => settle(client.GET("/api/posts/{id}/recipe", { params: { path: { id } } })),
  family: (id: string) => settle(client.GET("/api/posts/{id}/family", { params: { path: { id } } })),
  repost: (id: string, on: boolean) =>
    on
      ? settle(client.PUT("/api/posts/{id}/repost", { params: { path: { id } } }))
      : settle(client.DELETE("/api/posts/{id}/repost", { params: { path: { id } } })),
  /** Tells that its link was copied or sent on. */
  share: (id: string) => settle(client.POST("/api/posts/{id}/share", { params: { path: { id } } })),
  bookmark: (id: string, on: boolean) =>
    on
      ? settle(client.PUT("/api/posts/{id}/bookmark", { params: { path: { id } } }))
      : settle(client.DELETE("/api/posts/{id}/bookmark", { params: { path: { id } } })),
  captions: (id: string, language: string) =>
    settle(
      client.GET("/api/posts/{id}/captions/{language}", {
        params: { path: { id, language } },
        parseAs: "text",
      }),
    ),
  writeCaptions: (id: string, language: string, vtt: string) =>
    settle(
      client.PUT("/api/posts/{id}/captions/{language}", {
        params: { path: { id, language } },
        body: { vtt },
      }),
    ),
  removeCaptions: (id: string, language: string) =>
    settle(client.DELETE("/api/posts/{id}/captions/{language}", { params: { path: { id, language } } })),
  downloadUrl: (id: string, kind: components["schemas"]["DownloadKind"]) =>
    `/api/posts/${encodeURIComponent(id)}/download?kind=${kind}`,
  prepareDownload: (id: string, kind: components["schemas"]["DownloadKind"]) =>
    settle(client.POST("/api/posts/{id}/downloads", { params: { path: { id } }, body: { kind } })),
  captionsFileUrl: (id: string, language: string, format: "vtt" | "srt") =>
    `/api/posts/${encodeURIComponent(id)}/captions/${encodeURIComponent(language)}/file?format=${format}`,
};
