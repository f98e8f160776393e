import { notifications as api } from "$lib/api/endpoints";
import { failure, success, type Result } from "$lib/api/problem";

export type PushState =
  /** The browser has no push, or the page is on no secure origin. */
  | "unsupported"
  /** The server has no keys. */
  | "not-offered"
  /** The person has blocked notifications of this site. */
  | "denied"
  | "off"
  | "on";

/** Whether this device is told what happens while no page is open. */
export async function pushState(): Promise<PushState> {
  if (!("serviceWorker" in navigator) || !("PushManager" in window) || !window.isSecureContext)
    return "unsupported";
  const server = await api.push();
  if (!server.ok || server.value.publicKey === null) return "not-offered";
  if (Notification.permission === "denied") return "denied";
  const registration = await navigator.serviceWorker.getRegistration();
  const subscription = await registration?.pushManager.getSubscription();
  return subscription && server.value.subscribed ? "on" : "off";
}

/** Asks the person and the browser's push service, and tells the server. Call it from a click. */
export async function turnPushOn(): Promise<Result<PushState>> {
  const server = await api.push();
  if (!server.ok) return server;
  if (server.value.publicKey === null) return success("not-offered");
  if ((await Notification.requestPermission()) !== "granted") return success("denied");
  try {
    const registration = await navigator.serviceWorker.ready;
    const key = bytesOf(server.value.publicKey);
    const known = await registration.pushManager.getSubscription();
    if (known && !sameKey(known, key)) await known.unsubscribe();
    const subscription = await registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: key,
    });
    const { endpoint, keys } = subscription.toJSON();
    const told = await api.subscribe({
      endpoint: endpoint ?? "",
      keys: { p256dh: keys?.["p256dh"] ?? "", auth: keys?.["auth"] ?? "" },
    });
    return told.ok ? success("on") : told;
  } catch {
    return failure("push_subscription_invalid");
  }
}

export async function turnPushOff(): Promise<Result<PushState>> {
  const registration = await navigator.serviceWorker.getRegistration();
  const subscription = await registration?.pushManager.getSubscription();
  await subscription?.unsubscribe();
  const told = await api.unsubscribe();
  return told.ok ? success("off") : told;
}

/** A subscription holds for the key that it was made with only. */
function sameKey(subscription: PushSubscription, key: Uint8Array): boolean {
  const own = subscription.options.applicationServerKey;
  return own !== null && new Uint8Array(own).every((byte, index) => byte === key[index]);
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
