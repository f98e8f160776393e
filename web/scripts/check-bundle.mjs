// Fails when the script that a page needs at its first load is larger than the budget, compressed.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const budgetBytes = 150 * 1024;
const dist = new URL("../dist/", import.meta.url);
/** @type {Record<string, import("vite").ManifestChunk>} */
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));

const sizes = new Map();
/** @param {string} file */
function compressedSize(file) {
  let size = sizes.get(file);
  if (size === undefined) {
    size = gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;
    sizes.set(file, size);
  }
  return size;
}

/**
 * A chunk and everything that it imports at once.
 * @param {string} key
 * @param {Set<string>} seen
 */
function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key]?.imports ?? []) closure(next, seen);
  return seen;
}

/** @param {Iterable<string>} keys */
function totalOf(keys) {
  const files = new Set([...keys].map((key) => manifest[key]?.file).filter((file) => file?.endsWith(".js")));
  return [...files].reduce((sum, file) => sum + compressedSize(/** @type {string} */ (file)), 0);
}

const entry = Object.keys(manifest).find((key) => key === "index.html");
if (!entry) {
  console.error(`No entry in ${fileURLToPath(dist)}.vite/manifest.json; run "npm run build" first.`);
  process.exit(1);
}

const pages = Object.keys(manifest).filter((key) => /Page\.svelte$/.test(key));
let failed = false;
for (const page of [entry, ...pages]) {
  const bytes = totalOf(new Set([...closure(entry), ...closure(page)]));
  const over = bytes > budgetBytes;
  failed ||= over;
  const name = page === entry ? "shell" : page.replace(/^.*\//, "").replace(".svelte", "");
  console.log(`${over ? "over " : "ok   "} ${(bytes / 1024).toFixed(1).padStart(6)} KiB  ${name}`);
}
if (failed) {
  console.error(`A page's first load may hold ${budgetBytes / 1024} KiB of compressed script.`);
  process.exit(1);
}
