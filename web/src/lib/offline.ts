/** Registers the worker that keeps the shell and the last films for when there is no connection. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  // Needs https or localhost; elsewhere the pages work as before, online only.
  navigator.serviceWorker.register("/sw.js").catch(() => undefined);
}

/** Forgets what was kept for the account that leaves this device. */
export function forgetKept(): void {
  if ("caches" in window) void caches.delete("answers");
}
