import { describe, expect, it } from "vitest";
import { href, needsSession, parse, type Route } from "./routes";

const routes: Route[] = [
  { page: "home" },
  { page: "feed" },
  { page: "create" },
  { page: "drafts" },
  { page: "draft", id: "0190-a" },
  { page: "post", id: "with / slash" },
  { page: "sign-in" },
  { page: "profile", handle: "ada.lovelace" },
  { page: "settings" },
  { page: "settings", section: "security" },
];

describe("addresses", () => {
  it("lead back to the page that they were made from", () => {
    for (const route of routes) expect(parse(href(route))).toEqual(route);
  });

  it("that lead nowhere say so, and broken escapes do no harm", () => {
    for (const path of ["/nothing", "/post", "/post/a/b", "/drafts/%E0%A4%A", "/feed/extra"]) {
      expect(parse(path)).toEqual({ page: "not-found" });
    }
  });

  it("of private pages ask for a session, public ones do not", () => {
    expect(routes.filter(needsSession).map((route) => route.page)).toEqual([
      "create",
      "drafts",
      "draft",
      "settings",
      "settings",
    ]);
  });
});
