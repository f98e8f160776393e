/** Takes away the picture that public/early.js shows until the page shows its own. */
export function uncover(): void {
  document.getElementById("cover")?.remove();
}
