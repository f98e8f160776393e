import { describe, expect, it } from "vitest";
import { Stretch } from "./stretch";

function play(stretch: Stretch, from: number, to: number, duration: number, step = 0.25): void {
  for (let at = from; at <= to + 1e-9; at += step) stretch.tick(at, duration);
}

describe("a stretch of watching", () => {
  it("adds up the time that played and how far it came", () => {
    const stretch = new Stretch();
    play(stretch, 0, 3, 4);
    expect(stretch.watchMs).toBeCloseTo(3000, 5);
    expect(stretch.completion).toBeCloseTo(0.75, 5);
    expect(stretch.loops).toBe(0);
  });

  it("counts each new start, and the film as seen to its end", () => {
    const stretch = new Stretch();
    play(stretch, 0, 3.9, 4, 0.3);
    play(stretch, 0.1, 2, 4, 0.3);
    expect(stretch.loops).toBe(1);
    expect(stretch.completion).toBe(1);
    expect(stretch.watchMs).toBeGreaterThan(5000);
    expect(stretch.watchMs).toBeLessThan(6100);
  });

  it("does not count what was jumped over, or the time of a pause", () => {
    const stretch = new Stretch();
    play(stretch, 0, 1, 20);
    stretch.tick(12, 20);
    play(stretch, 12, 13, 20);
    stretch.rest();
    play(stretch, 13, 14, 20);
    expect(stretch.watchMs).toBeCloseTo(3000, 5);
  });

  it("is not troubled by a film without a length", () => {
    const stretch = new Stretch();
    stretch.tick(1, Number.NaN);
    stretch.tick(Number.NaN, 4);
    expect(stretch.watchMs).toBe(0);
  });
});
