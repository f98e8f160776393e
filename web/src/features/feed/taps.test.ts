import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Taps } from "./taps";

describe("taps", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("one tap is told once no second has come", () => {
    const [once, twice] = [vi.fn(), vi.fn()];
    new Taps(once, twice).tap();
    expect(once).not.toHaveBeenCalled();
    vi.advanceTimersByTime(Taps.waitMs);
    expect([once.mock.calls.length, twice.mock.calls.length]).toEqual([1, 0]);
  });

  it("two quick taps are one double tap, and four are two", () => {
    const [once, twice] = [vi.fn(), vi.fn()];
    const taps = new Taps(once, twice);
    for (let i = 0; i < 4; i++) taps.tap();
    vi.advanceTimersByTime(1000);
    expect([once.mock.calls.length, twice.mock.calls.length]).toEqual([0, 2]);
  });
});
