import { describe, expect, it } from "vitest";
import { roleOf, WheelSteps } from "./steps";

/** The steps that a burst of wheel events gives, one event every `everyMs`. */
function turn(wheel: WheelSteps, deltas: number[], fromMs = 0, everyMs = 16): number[] {
  return deltas.map((delta, i) => wheel.take(delta, fromMs + i * everyMs)).filter((step) => step !== 0);
}

describe("the wheel", () => {
  it("moves one video for one notch", () => {
    expect(turn(new WheelSteps(), [100])).toEqual([1]);
    expect(turn(new WheelSteps(), [-100])).toEqual([-1]);
  });

  it("moves one video for one long swipe on a trackpad, inertia included", () => {
    const swipe = [2, 8, 20, 60, 110, ...Array.from({ length: 60 }, (_, i) => 100 * 0.93 ** i)];
    expect(turn(new WheelSteps(), swipe)).toEqual([1]);
  });

  it("moves again for a second notch after a moment", () => {
    const wheel = new WheelSteps();
    expect(turn(wheel, [100])).toEqual([1]);
    expect(turn(wheel, [100], 600)).toEqual([1]);
  });

  it("turns round at once when pushed the other way after a moment", () => {
    const wheel = new WheelSteps();
    turn(wheel, [100]);
    expect(turn(wheel, [-100], 600)).toEqual([-1]);
  });

  it("does not move for a touch that is too light", () => {
    expect(turn(new WheelSteps(), [3, 4, 3])).toEqual([]);
  });
});

describe("items of the feed", () => {
  it("warm the next two, keep the last one at hand, and load no others", () => {
    expect([1, 2, 3, 4, 5, 6].map((index) => roleOf(index, 3))).toEqual([
      "far",
      "near",
      "playing",
      "warm",
      "warm",
      "far",
    ]);
  });

  it("warm only the next one for people who save data", () => {
    expect(roleOf(5, 3, true)).toBe("far");
  });
});
