/** WebAuthn in the JSON shape that the server speaks, with binary members in base64url. */

type Json = Record<string, unknown>;

export type PasskeyOutcome =
  { ok: true; credential: unknown } | { ok: false; reason: "cancelled" | "unsupported" | "exists" };

export function passkeysSupported(): boolean {
  return window.isSecureContext && typeof PublicKeyCredential === "function";
}

export async function createPasskey(options: unknown): Promise<PasskeyOutcome> {
  return ask(() => navigator.credentials.create({ publicKey: creationOptions(options as Json) }));
}

export async function usePasskey(options: unknown): Promise<PasskeyOutcome> {
  return ask(() => navigator.credentials.get({ publicKey: requestOptions(options as Json) }));
}

async function ask(request: () => Promise<Credential | null>): Promise<PasskeyOutcome> {
  if (!passkeysSupported()) return { ok: false, reason: "unsupported" };
  try {
    const credential = await request();
    if (!(credential instanceof PublicKeyCredential)) return { ok: false, reason: "cancelled" };
    return { ok: true, credential: credentialJson(credential) };
  } catch (error) {
    const name = error instanceof DOMException ? error.name : "";
    if (name === "InvalidStateError") return { ok: false, reason: "exists" };
    return { ok: false, reason: name === "NotSupportedError" ? "unsupported" : "cancelled" };
  }
}

function creationOptions(json: Json): PublicKeyCredentialCreationOptions {
  const user = json["user"] as Json;
  return {
    ...json,
    challenge: bytes(json["challenge"]),
    user: { ...user, id: bytes(user["id"]) },
    excludeCredentials: descriptors(json["excludeCredentials"]),
  } as unknown as PublicKeyCredentialCreationOptions;
}

function requestOptions(json: Json): PublicKeyCredentialRequestOptions {
  return {
    ...json,
    challenge: bytes(json["challenge"]),
    allowCredentials: descriptors(json["allowCredentials"]),
  } as unknown as PublicKeyCredentialRequestOptions;
}

function descriptors(value: unknown): Json[] {
  return Array.isArray(value) ? value.map((item: Json) => ({ ...item, id: bytes(item["id"]) })) : [];
}

function credentialJson(credential: PublicKeyCredential): Json {
  const response = credential.response;
  const parts: Json = { clientDataJSON: base64Url(response.clientDataJSON) };
  if (response instanceof AuthenticatorAttestationResponse) {
    parts["attestationObject"] = base64Url(response.attestationObject);
    parts["transports"] = response.getTransports();
  } else if (response instanceof AuthenticatorAssertionResponse) {
    parts["authenticatorData"] = base64Url(response.authenticatorData);
    parts["signature"] = base64Url(response.signature);
    if (response.userHandle) parts["userHandle"] = base64Url(response.userHandle);
  }
  return {
    id: credential.id,
    rawId: base64Url(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: parts,
  };
}

export function bytes(value: unknown): Uint8Array<ArrayBuffer> {
  const text = typeof value === "string" ? value : "";
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

export function base64Url(buffer: ArrayBuffer): string {
  const binary = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
