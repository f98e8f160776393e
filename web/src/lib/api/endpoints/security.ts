import { client, settle } from "../client";
import type { components } from "../schema";

type Schemas = components["schemas"];

export const security = {
  read: () => settle(client.GET("/api/me/security")),
  confirm: (password: string) => settle(client.POST("/api/me/confirmation", { body: { password } })),
  confirmationOptions: () => settle(client.POST("/api/me/confirmation/passkey-options")),
  confirmWithPasskey: (body: Schemas["PasskeySignInRequest"]) =>
    settle(client.POST("/api/me/confirmation/passkey", { body })),
  changePassword: (password: string) => settle(client.PUT("/api/me/password", { body: { password } })),
  newPasskeyOptions: () => settle(client.POST("/api/me/passkeys/options")),
  addPasskey: (body: Schemas["AddPasskeyRequest"]) => settle(client.POST("/api/me/passkeys", { body })),
  renamePasskey: (id: string, name: string) =>
    settle(client.PUT("/api/me/passkeys/{id}", { params: { path: { id } }, body: { name } })),
  removePasskey: (id: string) => settle(client.DELETE("/api/me/passkeys/{id}", { params: { path: { id } } })),
  replaceRecoveryCodes: () => settle(client.PUT("/api/me/recovery-codes")),
  recover: (body: Schemas["RecoverySignInRequest"]) =>
    settle(client.POST("/api/sessions/recovery", { body })),
  devices: () => settle(client.GET("/api/me/devices")),
  signOutDevice: (id: string) => settle(client.DELETE("/api/me/devices/{id}", { params: { path: { id } } })),
  signOutOthers: () => settle(client.DELETE("/api/me/devices")),
};
