import { client, settle } from "../client";
import type { components } from "../schema";

type Schemas = components["schemas"];

const page = (cursor?: string) => ({ limit: 24, ...(cursor ? { cursor } : {}) });

/** A file as the body, sent as it is. */
const raw = (file: Blob) => ({
  body: file as unknown as string,
  bodySerializer: (body: unknown) => body as Blob,
  headers: { "Content-Type": file.type },
});

export const people = {
  profile: (handle: string) => settle(client.GET("/api/accounts/{handle}", { params: { path: { handle } } })),
  posts: (handle: string, cursor?: string) =>
    settle(client.GET("/api/accounts/{handle}/posts", { params: { path: { handle }, query: page(cursor) } })),
  remixes: (handle: string, cursor?: string) =>
    settle(
      client.GET("/api/accounts/{handle}/remixes", { params: { path: { handle }, query: page(cursor) } }),
    ),
  reposts: (handle: string, cursor?: string) =>
    settle(
      client.GET("/api/accounts/{handle}/reposts", { params: { path: { handle }, query: page(cursor) } }),
    ),
  collections: (handle: string) =>
    settle(client.GET("/api/accounts/{handle}/collections", { params: { path: { handle } } })),
  likes: (handle: string, cursor?: string) =>
    settle(client.GET("/api/accounts/{handle}/likes", { params: { path: { handle }, query: page(cursor) } })),
  appearances: (handle: string, cursor?: string) =>
    settle(
      client.GET("/api/accounts/{handle}/appearances", { params: { path: { handle }, query: page(cursor) } }),
    ),
  followers: (handle: string, cursor?: string) =>
    settle(
      client.GET("/api/accounts/{handle}/followers", { params: { path: { handle }, query: page(cursor) } }),
    ),
  following: (handle: string, cursor?: string) =>
    settle(
      client.GET("/api/accounts/{handle}/following", { params: { path: { handle }, query: page(cursor) } }),
    ),
  follow: (handle: string) =>
    settle(client.PUT("/api/accounts/{handle}/follow", { params: { path: { handle } } })),
  unfollow: (handle: string) =>
    settle(client.DELETE("/api/accounts/{handle}/follow", { params: { path: { handle } } })),
  block: (handle: string) =>
    settle(client.PUT("/api/accounts/{handle}/block", { params: { path: { handle } } })),
  unblock: (handle: string) =>
    settle(client.DELETE("/api/accounts/{handle}/block", { params: { path: { handle } } })),
  mute: (handle: string, hours: number | null = null) =>
    settle(client.PUT("/api/accounts/{handle}/mute", { params: { path: { handle } }, body: { hours } })),
  unmute: (handle: string) =>
    settle(client.DELETE("/api/accounts/{handle}/mute", { params: { path: { handle } } })),
  blocked: (cursor?: string) => settle(client.GET("/api/me/blocks", { params: { query: page(cursor) } })),
  muted: (cursor?: string) => settle(client.GET("/api/me/mutes", { params: { query: page(cursor) } })),
  mutedWords: () => settle(client.GET("/api/me/muted-words")),
  muteWord: (body: Schemas["MutedWordRequest"]) => settle(client.POST("/api/me/muted-words", { body })),
  unmuteWord: (id: string) => settle(client.DELETE("/api/me/muted-words/{id}", { params: { path: { id } } })),
  change: (body: Schemas["ProfileRequest"]) => settle(client.PUT("/api/me/profile", { body })),
  changeHandle: (handle: string) => settle(client.PUT("/api/me/handle", { body: { handle } })),
  setPicture: (file: Blob) => settle(client.PUT("/api/me/picture", raw(file))),
  removePicture: () => settle(client.DELETE("/api/me/picture")),
  setCover: (file: Blob) => settle(client.PUT("/api/me/cover", raw(file))),
  removeCover: () => settle(client.DELETE("/api/me/cover")),
  pictureFromFilm: (videoId: string, atSeconds: number) =>
    settle(client.PUT("/api/me/picture/frame", { body: { videoId, atSeconds } })),
};
