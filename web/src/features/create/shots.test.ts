import { expect, it } from "vitest";
import { shotsOf } from "./shots";

it("reads the world and the shots of a storyboard's prompt", () => {
  expect(shotsOf("at dusk\nChange: snow\n[2.5s] a fox runs\n[1.0s] it jumps\nover a log")).toEqual({
    world: "at dusk\nChange: snow",
    shots: [
      { seconds: 2.5, prompt: "a fox runs" },
      { seconds: 1, prompt: "it jumps\nover a log" },
    ],
  });
});

it("finds no shots in words that mark none", () => {
  expect(shotsOf("a fox [2s] runs")).toBeNull();
});
