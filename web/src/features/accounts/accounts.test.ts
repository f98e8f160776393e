import { describe, expect, it } from "vitest";
import { handleProblem, tidyHandle } from "./handles";
import { safeNext } from "./next";

describe("handles", () => {
  it.each(["ada", "ada.lovelace", "7seas", "a_b_c", "x".repeat(30)])("accept %s", (handle) => {
    expect(handleProblem(handle)).toBe(false);
  });

  it.each(["ab", "x".repeat(31), ".ada", "ada.", "a..b", "123", "ada lovelace", "ada-l", "adé", "_ada"])(
    "refuse %s",
    (handle) => {
      expect(handleProblem(handle)).toBe(true);
    },
  );

  it("are tidied of at signs, spaces and capitals", () => {
    expect(tidyHandle(" @Ada ")).toBe("ada");
  });
});

describe("the page after signing in", () => {
  it("is the one that was asked for", () => {
    expect(safeNext("/drafts?x=1")).toBe("/drafts?x=1");
  });

  it.each([
    null,
    "https://elsewhere.example",
    "//elsewhere.example",
    "/\\elsewhere.example",
    "javascript:alert(1)",
  ])("is never one of another site (%s)", (next) => {
    expect(safeNext(next)).toBe("/");
  });
});
