import { svelte } from "@sveltejs/vite-plugin-svelte";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const server = process.env["LUCARNE_SERVER"] ?? "http://127.0.0.1:5080";
const proxied = ["/api", "/media", "/p/", "/v1", "/healthz", "/readyz"];

/** Tells the service worker which files the client is made of. */
function shellOfWorker(): Plugin {
  return {
    name: "shell-of-worker",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const worker = bundle["sw.js"];
      if (worker?.type !== "chunk") this.error("The service worker is not in the bundle.");
      const files = Object.keys(bundle).filter(
        (name) => /\.(js|css|woff2|svg)$/.test(name) && name !== "sw.js",
      );
      const kept = [
        ...files.sort(),
        "icons/lucarne-192.png",
        "manifest.webmanifest",
        "manifest.fr.webmanifest",
      ].map((name) => `/${name}`);
      const filled = worker.code.replace(/["'`]__SHELL__["'`]/, JSON.stringify(kept));
      if (filled === worker.code) this.error("The service worker has no place for its list of files.");
      worker.code = filled;
    },
  };
}

export default defineConfig({
  plugins: [svelte(), shellOfWorker()],
  resolve: {
    alias: { $lib: fileURLToPath(new URL("./src/lib", import.meta.url)) },
    // Svelte's server build is picked otherwise when vitest resolves it under Node.
    ...(process.env["VITEST"] ? { conditions: ["browser"] } : {}),
  },
  server: { proxy: Object.fromEntries(proxied.map((path) => [path, { target: server }])) },
  build: {
    target: "es2022",
    manifest: true,
    rollupOptions: {
      input: { index: "index.html", sw: "worker/service-worker.ts" },
      output: { entryFileNames: (chunk) => (chunk.name === "sw" ? "sw.js" : "assets/[name]-[hash].js") },
    },
    // The content security policy of the server allows no data: scripts, and small assets are cheap over HTTP/2.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
  },
  test: {
    include: ["src/**/*.test.ts"],
  },
});
