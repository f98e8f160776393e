import { describe, expect, it } from "vitest";
import { differsOnlyIn, fit, hasRoom, insert, move, retime, total, type BoardShot } from "./board";

const bounds = { shots: 12, shotMin: 1, shotMax: 25, filmMin: 4, filmMax: 25 };
const shots: BoardShot[] = [
  { key: 1, prompt: "a fox", seconds: 4, seed: null },
  { key: 2, prompt: "it jumps", seconds: 3, seed: null },
  { key: 3, prompt: "it sleeps", seconds: 2.5, seed: null },
];

describe("a storyboard", () => {
  it("lasts as long as its shots together", () => {
    expect(total(shots)).toBe(9.5);
  });

  it("snaps lengths to half seconds within a shot's bounds", () => {
    expect(fit(shots, 2, 3.3, bounds)).toBe(3.5);
    expect(fit(shots, 2, 0.1, bounds)).toBe(1);
  });

  it("never grows over the longest film", () => {
    expect(fit(shots, 2, 100, bounds)).toBe(18.5);
    expect(total(retime(shots, 2, 100, bounds))).toBe(25);
  });

  it("moves a shot and leaves the others in order", () => {
    expect(move(shots, 3, 0).map((shot) => shot.key)).toEqual([3, 1, 2]);
    expect(move(shots, 1, 2).map((shot) => shot.key)).toEqual([2, 3, 1]);
    expect(move(shots, 1, -1).map((shot) => shot.key)).toEqual([1, 2, 3]);
  });

  it("puts a new shot behind the one it was made from, with what time is left", () => {
    const long = retime(shots, 1, 18, bounds);
    const more = insert(long, 1, { key: 9, prompt: "", seed: null }, bounds);
    expect(more.map((shot) => shot.key)).toEqual([1, 9, 2, 3]);
    expect(more[1]?.seconds).toBe(1.5);
    expect(hasRoom(more, bounds)).toBe(false);
    expect(insert(more, null, { key: 10, prompt: "", seed: null }, bounds)).toEqual(more);
  });

  it("tells whether one shot can be made again alone", () => {
    const film = shots.map(({ prompt, seconds }) => ({ prompt, seconds }));
    const changed = shots.map((shot) => (shot.key === 2 ? { ...shot, prompt: "it swims" } : shot));
    expect(differsOnlyIn(changed, film, 1)).toBe(true);
    expect(differsOnlyIn(changed, film, 0)).toBe(false);
    expect(differsOnlyIn(retime(shots, 1, 5, bounds), film, 0)).toBe(false);
  });
});
