import { describe, expect, it } from "vitest";
import { en } from "$lib/i18n/en";
import { underway } from "./underway";

const film = { status: "queued", progress: 0, etaSeconds: null, queuePosition: null } as const;

describe("a film that is under way", () => {
  it("tells its place in the queue and how long it takes", () => {
    expect(underway({ ...film, queuePosition: 3, etaSeconds: 42 }, en)).toEqual({
      state: "Number 3 in line",
      done: null,
      left: "about 42 s left",
    });
    expect(underway({ ...film, queuePosition: 1 }, en)).toEqual({
      state: "Next in line",
      done: null,
      left: null,
    });
    expect(underway(film, en)?.state).toBe("Waiting for its turn");
  });

  it("tells how much is done once something is", () => {
    expect(underway({ ...film, status: "in_progress" }, en)?.state).toBe("Setting the scene");
    expect(underway({ ...film, status: "in_progress", progress: 0.337, etaSeconds: 9 }, en)).toEqual({
      state: "Being made",
      done: "34 %",
      left: "about 9 s left",
    });
  });

  it("has nothing to tell of one that has ended", () => {
    for (const status of ["completed", "failed", "cancelled"] as const) {
      expect(underway({ ...film, status }, en)).toBeNull();
    }
  });
});
