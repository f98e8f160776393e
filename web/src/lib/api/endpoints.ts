import { client, settle } from "./client";
import type { components } from "./schema";

type Schemas = components["schemas"];

export const instance = {
  get: () => settle(client.GET("/api/instance")),
};

export const accounts = {
  handle: (handle: string, signal: AbortSignal) =>
    settle(client.GET("/api/handles/{handle}", { params: { path: { handle } }, signal })),
  me: () => settle(client.GET("/api/me")),
  signUp: (body: Schemas["SignUpRequest"]) => settle(client.POST("/api/accounts", { body })),
  passkeyCreationOptions: (body: Schemas["PasskeySignUpOptionsRequest"]) =>
    settle(client.POST("/api/accounts/passkey-options", { body })),
  signUpWithPasskey: (body: Schemas["PasskeySignUpRequest"]) =>
    settle(client.POST("/api/accounts/passkey", { body })),
  signIn: (body: Schemas["SignInRequest"]) => settle(client.POST("/api/sessions", { body })),
  passkeyRequestOptions: () => settle(client.POST("/api/sessions/passkey-options")),
  signInWithPasskey: (body: Schemas["PasskeySignInRequest"]) =>
    settle(client.POST("/api/sessions/passkey", { body })),
  signOut: () => settle(client.DELETE("/api/sessions/current")),
};

export const settings = {
  get: () => settle(client.GET("/api/me/settings")),
  change: (body: Schemas["AccountSettings"]) => settle(client.PUT("/api/me/settings", { body })),
};

export const generations = {
  screenplay: (body: Schemas["ScreenplayRequest"], signal: AbortSignal) =>
    settle(client.POST("/api/screenplays", { body, signal })),
  create: (body: Schemas["CreateGenerationRequest"]) => settle(client.POST("/api/generations", { body })),
  active: () => settle(client.GET("/api/generations", { params: { query: { active: true } } })),
  get: (id: string) => settle(client.GET("/api/generations/{id}", { params: { path: { id } } })),
  cancel: (id: string) => settle(client.POST("/api/generations/{id}/cancel", { params: { path: { id } } })),
  eventsUrl: (id: string) => `/api/generations/${encodeURIComponent(id)}/events`,
};

export const drafts = {
  list: (cursor?: string, limit = 24) =>
    settle(client.GET("/api/drafts", { params: { query: { limit, ...(cursor ? { cursor } : {}) } } })),
  get: (id: string) => settle(client.GET("/api/drafts/{id}", { params: { path: { id } } })),
  remove: (id: string) => settle(client.DELETE("/api/drafts/{id}", { params: { path: { id } } })),
  markRead: (id: string) => settle(client.POST("/api/drafts/{id}/read", { params: { path: { id } } })),
  publish: (id: string, body: Schemas["PublishDraftRequest"]) =>
    settle(client.POST("/api/drafts/{id}/publish", { params: { path: { id } }, body })),
};

export const posts = {
  feed: (cursor?: string, limit = 8) =>
    settle(
      client.GET("/api/feed", { params: { query: { tab: "latest", limit, ...(cursor ? { cursor } : {}) } } }),
    ),
  get: (id: string) => settle(client.GET("/api/posts/{id}", { params: { path: { id } } })),
  remove: (id: string) => settle(client.DELETE("/api/posts/{id}", { params: { path: { id } } })),
};

export const comments = {
  list: (postId: string, order: "best" | "newest", cursor?: string) =>
    settle(
      client.GET("/api/posts/{id}/comments", {
        params: { path: { id: postId }, query: { order, limit: 20, ...(cursor ? { cursor } : {}) } },
      }),
    ),
  thread: (id: string) => settle(client.GET("/api/comments/{id}/thread", { params: { path: { id } } })),
  answers: (id: string, cursor?: string) =>
    settle(
      client.GET("/api/comments/{id}/answers", {
        params: { path: { id }, query: { limit: 20, ...(cursor ? { cursor } : {}) } },
      }),
    ),
  edits: (id: string) => settle(client.GET("/api/comments/{id}/edits", { params: { path: { id } } })),
  terms: (postId: string) =>
    settle(client.GET("/api/posts/{id}/comment-rules", { params: { path: { id: postId } } })),
  setRules: (postId: string, body: Schemas["CommentRules"]) =>
    settle(client.PUT("/api/posts/{id}/comment-rules", { params: { path: { id: postId } }, body })),
  write: (postId: string, text: string, answerTo: string | null) =>
    settle(
      client.POST("/api/posts/{id}/comments", { params: { path: { id: postId } }, body: { text, answerTo } }),
    ),
  edit: (id: string, text: string) =>
    settle(client.PUT("/api/comments/{id}", { params: { path: { id } }, body: { text } })),
  remove: (id: string) => settle(client.DELETE("/api/comments/{id}", { params: { path: { id } } })),
  like: (id: string, on: boolean) => {
    const init = { params: { path: { id } } };
    return settle(
      on ? client.PUT("/api/comments/{id}/like", init) : client.DELETE("/api/comments/{id}/like", init),
    );
  },
  hide: (id: string, on: boolean) => {
    const init = { params: { path: { id } } };
    return settle(
      on ? client.PUT("/api/comments/{id}/hidden", init) : client.DELETE("/api/comments/{id}/hidden", init),
    );
  },
  pin: (id: string, on: boolean) => {
    const init = { params: { path: { id } } };
    return settle(
      on ? client.PUT("/api/comments/{id}/pin", init) : client.DELETE("/api/comments/{id}/pin", init),
    );
  },
export const moderation = {
  report: (body: Schemas["SendReportRequest"]) => settle(client.POST("/api/reports", { body })),
  reports: (cursor?: string) =>
    settle(client.GET("/api/reports", { params: { query: cursor ? { cursor } : {} } })),
  decisions: () => settle(client.GET("/api/me/decisions")),
};

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
  audit: (cursor?: string) =>
    settle(client.GET("/api/admin/audit", { params: { query: cursor ? { cursor } : {} } })),
};
