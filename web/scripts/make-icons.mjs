// Renders the icons of the installed app from lucarne.svg, with the Chromium of the machine: node scripts/make-icons.mjs
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const svg = readFileSync(new URL("../public/icons/lucarne.svg", import.meta.url), "utf8");
/** Android cuts a maskable icon to any shape within its inner 80 %; Apple rounds the corners itself. */
const icons = [
  { name: "lucarne-192", size: 192, scale: 1, ground: "transparent" },
  { name: "lucarne-512", size: 512, scale: 1, ground: "transparent" },
  { name: "lucarne-maskable-512", size: 512, scale: 0.74, ground: "#0b0c10" },
  { name: "apple-touch-icon", size: 180, scale: 0.86, ground: "#0b0c10" },
];

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const { name, size, scale, ground } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const side = Math.round(size * scale);
  await page.setContent(
    `<style>body{margin:0;display:grid;place-items:center;height:100vh;background:${ground}}svg{width:${side}px;height:${side}px}</style>${svg}`,
  );
  const path = fileURLToPath(new URL(`../public/icons/${name}.png`, import.meta.url));
  await page.screenshot({ path, omitBackground: true });
  await page.close();
}
await browser.close();
