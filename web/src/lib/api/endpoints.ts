import { request } from "./client";
import type {
  Draft,
  Generation,
  GenerationRequest,
  HandleAvailability,
  Instance,
  Me,
  Page,
  Post,
  PublishRequest,
  Screenplay,
} from "./types";

const segment = encodeURIComponent;

export const instance = {
  get: () => request<Instance>("GET", "/api/instance"),
};

export const accounts = {
  handle: (handle: string, signal?: AbortSignal) =>
    request<HandleAvailability>("GET", `/api/handles/${segment(handle)}`, { signal }),
  me: () => request<Me>("GET", "/api/me"),
  signUp: (body: { handle: string; displayName?: string; password: string; locale: string }) =>
    request<Me>("POST", "/api/accounts", { body }),
  passkeyCreationOptions: (body: { handle: string; displayName?: string }) =>
    request<unknown>("POST", "/api/accounts/passkey-options", { body }),
  signUpWithPasskey: (body: { handle: string; displayName?: string; locale: string; credential: unknown }) =>
    request<Me>("POST", "/api/accounts/passkey", { body }),
  signIn: (body: { handle: string; password: string }) => request<Me>("POST", "/api/sessions", { body }),
  passkeyRequestOptions: (body: { handle?: string }) =>
    request<unknown>("POST", "/api/sessions/passkey-options", { body }),
  signInWithPasskey: (body: { credential: unknown }) =>
    request<Me>("POST", "/api/sessions/passkey", { body }),
  signOut: () => request<undefined>("DELETE", "/api/sessions/current"),
};

export const generations = {
  screenplay: (body: { prompt: string; seconds: number }, signal?: AbortSignal) =>
    request<Screenplay>("POST", "/api/screenplays", { body, signal }),
  create: (body: GenerationRequest) => request<Generation>("POST", "/api/generations", { body }),
  active: () => request<Page<Generation>>("GET", "/api/generations", { query: { active: true } }),
  get: (id: string) => request<Generation>("GET", `/api/generations/${segment(id)}`),
  cancel: (id: string) => request<Generation>("POST", `/api/generations/${segment(id)}/cancel`),
  eventsUrl: (id: string) => `/api/generations/${segment(id)}/events`,
};

export const drafts = {
  list: (cursor?: string | null, limit = 24) =>
    request<Page<Draft>>("GET", "/api/drafts", { query: { cursor, limit } }),
  get: (id: string) => request<Draft>("GET", `/api/drafts/${segment(id)}`),
  remove: (id: string) => request<undefined>("DELETE", `/api/drafts/${segment(id)}`),
  markRead: (id: string) => request<undefined>("POST", `/api/drafts/${segment(id)}/read`),
  publish: (id: string, body: PublishRequest) =>
    request<Post>("POST", `/api/drafts/${segment(id)}/publish`, { body }),
};

export const posts = {
  feed: (cursor?: string | null, limit = 8) =>
    request<Page<Post>>("GET", "/api/feed", { query: { tab: "latest", cursor, limit } }),
  get: (id: string) => request<Post>("GET", `/api/posts/${segment(id)}`),
  remove: (id: string) => request<undefined>("DELETE", `/api/posts/${segment(id)}`),
};
