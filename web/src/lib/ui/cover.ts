declare global {
  interface Window {
    /** Settles once public/early.js has shown the first film's picture, or will not. */
    lucarneCovered?: Promise<unknown>;
  }
}

/** How long the page waits for that picture, at most. */
const patienceMs = 300;

/** Settles when the picture that public/early.js shows is painted, or when it takes too long. */
export async function covered(): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, patienceMs));
  if (window.lucarneCovered) await Promise.race([window.lucarneCovered, late]);
}

/** Takes away the picture that public/early.js shows until the page shows its own. */
export function uncover(): void {
  document.getElementById("cover")?.remove();
}
