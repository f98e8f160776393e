// Measures the feed as someone meets it: a laptop four times slower than this machine, 10 Mbit/s, 40 ms away.
//   node measure.mjs ADDRESS WEB_FOLDER CHROMIUM
// Prints one JSON object a line: {metric, value, unit, target}.
import { createRequire } from "node:module";
import { join } from "node:path";

const [address, webFolder, executablePath] = process.argv.slice(2);
const { chromium } = createRequire(join(webFolder, "package.json"))("playwright-core");

const loads = 5;
const laptop = { cpu: 4, latencyMs: 40, bitsPerSecond: 10e6, viewport: { width: 1440, height: 900 } };
const password = "a rather long password";
const films = ["a lighthouse in a storm at night", "two paper boats on a quiet pond", "a red ball on a wooden floor", "a tall ship by the sea", "a kite over the dunes"];

/** Who asks the API, with the cookies that it has set. */
class Person {
  cookies = new Map();

  async ask(method, path, body) {
    const response = await fetch(address + path, {
      method,
      headers: {
        "X-Lucarne-Csrf": "1",
        ...(body ? { "Content-Type": "application/json" } : {}),
        ...(this.cookies.size > 0 ? { Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ") } : {}),
      },
      body: body && JSON.stringify(body),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(";")[0].split("=");
      this.cookies.set(name, value);
    }
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.status === 204 ? null : response.json();
  }
}

async function publish(author, prompt) {
  let generation = await author.ask("POST", "/api/generations", { prompt, seconds: 4, size: "360x640" });
  const draftId = generation.draftId;
  while (generation.status === "queued" || generation.status === "in_progress") {
    await new Promise((resolve) => setTimeout(resolve, 500));
    generation = await author.ask("GET", `/api/generations/${generation.id}`);
  }
  if (generation.status !== "completed") throw new Error(`a film ended as ${generation.status}`);
  await author.ask("POST", `/api/drafts/${draftId}/publish`, { title: prompt, caption: `${prompt} #bench` });
}

/** A browser that has never been here. */
async function open(browser, person) {
  const context = await browser.newContext({ viewport: laptop.viewport, serviceWorkers: "block" });
  if (person) {
    await context.addCookies([...person.cookies].map(([name, value]) => ({ name, value, url: address })));
  }
  await context.addInitScript(() => {
    globalThis.seen = { lcp: 0, interactions: [] };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.seen.lcp = entry.startTime;
    }).observe({ type: "largest-contentful-paint", buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.interactionId > 0) globalThis.seen.interactions.push(entry.duration);
      }
    }).observe({ type: "event", buffered: true, durationThreshold: 16 });
  });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const bytesPerSecond = laptop.bitsPerSecond / 8;
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: laptop.latencyMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: laptop.cpu });
  return { context, page };
}

async function settle(page) {
  await page.waitForFunction(() => [...document.querySelectorAll("video")].some((v) => v.currentTime > 0), null, { timeout: 60_000 });
  await page.waitForTimeout(500);
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const tell = (metric, value, target) => console.log(JSON.stringify({ metric, value: Math.round(value), unit: "ms", target }));

const author = new Person();
await author.ask("POST", "/api/accounts", { handle: "author", password });
for (const film of films) await publish(author, film);
const fan = new Person();
await fan.ask("POST", "/api/accounts", { handle: "fan", password });

const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--autoplay-policy=no-user-gesture-required"],
});
try {
  for (const [name, person, path] of [["signed-out", null, "/feed"], ["signed-in", fan, "/feed?tab=latest"]]) {
    const paints = [];
    for (let i = 0; i < loads; i++) {
      const { context, page } = await open(browser, person);
      await page.goto(address + path);
      await settle(page);
      paints.push(await page.evaluate(() => globalThis.seen.lcp));
      await context.close();
    }
    tell(`feed-largest-paint-${name}`, median(paints), 1500);
  }

  const { context, page } = await open(browser, fan);
  await page.goto(`${address}/feed?tab=latest`);
  await settle(page);
  const interactions = [
    ["swipe", () => page.keyboard.press("j"), () => page.waitForTimeout(1500)],
    ["like", () => page.keyboard.press("l"), () => page.waitForTimeout(1000)],
    ["open-comments", () => page.keyboard.press("c"), () => page.getByRole("dialog").waitFor()],
  ];
  for (const [name, act, wait] of interactions) {
    const worst = [];
    for (let i = 0; i < 3; i++) {
      await page.evaluate(() => void (globalThis.seen.interactions = []));
      await act();
      await wait();
      await page.waitForTimeout(500);
      // What took less than 16 ms is not reported at all.
      worst.push(await page.evaluate(() => Math.max(16, ...globalThis.seen.interactions)));
      if (name === "open-comments") {
        await page.keyboard.press("Escape");
        await page.getByRole("dialog").waitFor({ state: "hidden" });
      }
    }
    tell(`feed-next-paint-${name}`, Math.max(...worst), 200);
  }
  await context.close();
} finally {
  await browser.close();
}
