import { client, settle } from "../client";
import type { components } from "../schema";

type Schemas = components["schemas"];

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
