import { describe, expect, it } from "vitest";
import { day, size } from "./dates";

describe("sizes for people", () => {
  it("are in the largest unit that keeps them above one", () => {
    expect(size(0, "en")).toBe("0 byte");
    expect(size(999, "en")).toBe("999 byte");
    expect(size(999_600, "en")).toBe("1 MB");
    expect(size(1_240_000, "en")).toBe("1.2 MB");
    expect(size(48_600_000, "en")).toBe("49 MB");
    expect(size(5e15, "en")).toBe("5,000 TB");
  });

  it("are spelled in the person's language", () => {
    expect(size(1_240_000, "fr")).toMatch(/1,2\sMo/);
  });
});

describe("days for people", () => {
  it("are spelled in the person's language", () => {
    expect(day("2026-12-06T12:00:00Z", "en")).toContain("December");
    expect(day("2026-12-06T12:00:00Z", "fr")).toBe("6 décembre 2026");
  });
});
