import { i18n } from "$lib/i18n/index.svelte";
import { toasts } from "./toasts.svelte";

/** Opens the device's share sheet where there is one, else copies the link. */
export async function shareLink(url: string, title: string): Promise<void> {
  if (typeof navigator.share === "function" && matchMedia("(pointer: coarse)").matches) {
    try {
      await navigator.share({ url, title });
      return;
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return;
    }
  }
  if (await copyText(url)) toasts.show(i18n.t.feed.linkCopied);
  else toasts.show(`${i18n.t.feed.shareFailed} ${url}`);
}

/** The clipboard exists only on secure origins; a hidden field does for the others. */
export async function copyText(text: string): Promise<boolean> {
  if (window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  }
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "visually-hidden";
  document.body.append(field);
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way on plain http
  const copied = document.execCommand("copy");
  field.remove();
  return copied;
}
