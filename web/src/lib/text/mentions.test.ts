import { describe, expect, it } from "vitest";
import { completed, mentionAt } from "./mentions";

describe("mentions", () => {
  it("begin with an at sign that stands alone", () => {
    expect(mentionAt("with @ad", 8)).toEqual({ start: 5, prefix: "ad" });
    expect(mentionAt("@", 1)).toEqual({ start: 0, prefix: "" });
    expect(mentionAt("me@example", 10)).toBeNull();
    expect(mentionAt("@ada dances", 8)).toBeNull();
  });

  it("are written out with one space after them", () => {
    expect(completed("with @ad", 8, "ada")).toEqual({ text: "with @ada ", caret: 10 });
    expect(completed("with @ad dancing", 8, "ada")).toEqual({ text: "with @ada dancing", caret: 10 });
    expect(completed("nobody", 6, "ada")).toEqual({ text: "nobody", caret: 6 });
  });
});
