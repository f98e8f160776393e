// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import { fetchEarly } from "./early";

afterEach(() => {
  delete window.lucarneEarly;
  vi.unstubAllGlobals();
});

it("takes an answer that was asked for early, once, and asks anew where there is none or it failed", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("new")));
  window.lucarneEarly = new Map([
    ["/api/me", Promise.resolve(new Response("early"))],
    ["/api/instance", Promise.reject(new Error("lost"))],
  ]);
  const text = async (path: string, method = "GET") =>
    (await fetchEarly(new Request(`http://lucarne.test${path}`, { method }))).text();

  expect(await text("/api/me", "DELETE")).toBe("new");
  expect(await text("/api/me")).toBe("early");
  expect(await text("/api/me")).toBe("new");
  expect(await text("/api/instance")).toBe("new");
  expect(await text("/api/feed?tab=latest")).toBe("new");
});
