import { describe, expect, it } from "vitest";
import { split } from "./richText";

describe("a text with facets", () => {
  it("is cut where they begin and end", () => {
    const text = "Hi @ada, see #rain: https://a.example/x";
    const parts = split(text, [
      { start: 3, length: 4, kind: "mention", value: "ada" },
      { start: 13, length: 5, kind: "tag", value: "rain" },
      { start: 20, length: 19, kind: "link", value: "https://a.example/x" },
    ]);
    expect(parts.map((part) => part.text).join("")).toBe(text);
    expect(parts.filter((part) => part.href !== null).map((part) => part.href)).toEqual([
      "/@ada",
      "/search?q=%23rain",
      "https://a.example/x",
    ]);
    expect(parts.filter((part) => part.external).map((part) => part.text)).toEqual(["https://a.example/x"]);
  });

  it("stays whole when facets overlap, reach beyond it, or lead to a script", () => {
    const text = "short";
    const parts = split(text, [
      { start: 0, length: 3, kind: "link", value: "javascript:alert(1)" },
      { start: 1, length: 2, kind: "tag", value: "ho" },
      { start: 2, length: 2, kind: "tag", value: "or" },
      { start: 4, length: 9, kind: "mention", value: "far" },
    ]);
    expect(parts.map((part) => part.text).join("")).toBe(text);
    expect(parts.filter((part) => part.href !== null)).toHaveLength(1);
  });
});
