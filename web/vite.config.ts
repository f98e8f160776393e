import { svelte } from "@sveltejs/vite-plugin-svelte";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const server = process.env["LUCARNE_SERVER"] ?? "http://127.0.0.1:5080";
const proxied = ["/api", "/media", "/p/", "/v1", "/healthz", "/readyz"];

export default defineConfig({
  plugins: [svelte()],
  resolve: {
    alias: { $lib: fileURLToPath(new URL("./src/lib", import.meta.url)) },
    // Svelte's server build is picked otherwise when vitest resolves it under Node.
    ...(process.env["VITEST"] ? { conditions: ["browser"] } : {}),
  },
  server: { proxy: Object.fromEntries(proxied.map((path) => [path, { target: server }])) },
  build: {
    target: "es2022",
    manifest: true,
    // The content security policy of the server allows no data: scripts, and small assets are cheap over HTTP/2.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
  },
  test: {
    include: ["src/**/*.test.ts"],
  },
});
