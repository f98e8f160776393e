import { expect, it } from "vitest";
import { shotsOf, wordsOf } from "./shots";

it("reads the world and the shots of a storyboard's prompt", () => {
  expect(shotsOf("at dusk\nChange: snow\n[2.5s] a fox runs\n[1.0s] it jumps\nover a log")).toEqual({
    world: "at dusk\nChange: snow",
    shots: [
      { seconds: 2.5, prompt: "a fox runs" },
      { seconds: 1, prompt: "it jumps\nover a log" },
    ],
  });
});

it("tells a storyboard without the marks of its shots", () => {
  expect(wordsOf("[2.5s] a fox runs\n[1.0s] it jumps")).toBe("a fox runs · it jumps");
  expect(wordsOf("a fox\nruns")).toBe("a fox\nruns");
});

it("finds no shots in words that mark none", () => {
  expect(shotsOf("a fox [2s] runs")).toBeNull();
});
