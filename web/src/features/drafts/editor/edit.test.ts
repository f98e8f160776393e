import { describe, expect, it } from "vitest";
import type { Video } from "$lib/api/types";
import { Edit, secondsOf, type Film } from "./edit.svelte";

const film = (id: string, seconds = 4): Film => ({
  kind: "draft",
  id,
  title: id,
  video: { fps: 24, seconds, width: 720, height: 1280 } as Video,
});

describe("an edit", () => {
  it("adds its clips up, less what their dissolves share", () => {
    const edit = new Edit();
    edit.add(film("a"));
    edit.add(film("b"));
    edit.change(2, (clip) => ({ ...clip, crossfade: 0.5, extend: 3 }));
    expect(edit.seconds).toBe(10.5);
  });

  it("keeps every trim within the film, and at least two frames of it", () => {
    const edit = new Edit();
    edit.add(film("a"));
    edit.trim(1, "start", -5);
    edit.trim(1, "end", 900);
    expect([edit.clips[0]?.start, edit.clips[0]?.end]).toEqual([0, 96]);
    edit.trim(1, "start", 500);
    expect(edit.clips[0]?.start).toBe(94);
  });

  it("gives up the extension of a clip that no longer runs to its end", () => {
    const edit = new Edit();
    edit.add(film("a"));
    edit.change(1, (clip) => ({ ...clip, extend: 5 }));
    edit.trim(1, "end", 90);
    expect(edit.clips[0]?.extend).toBe(0);
  });

  it("moves clips without losing any, and the first one never dissolves", () => {
    const edit = new Edit();
    for (const id of ["a", "b", "c"]) edit.add(film(id));
    edit.change(3, (clip) => ({ ...clip, crossfade: 1 }));
    edit.move(3, 0);
    expect(edit.clips.map((clip) => clip.film.id)).toEqual(["c", "a", "b"]);
    expect(edit.clips[0]?.crossfade).toBe(0);
    edit.move(3, 99);
    expect(edit.clips.map((clip) => clip.film.id)).toEqual(["a", "b", "c"]);
  });

  it("splits a clip into two that make the same film", () => {
    const edit = new Edit();
    edit.add(film("a"));
    edit.split(1, 30);
    expect(edit.clips.map((clip) => [clip.start, clip.end])).toEqual([
      [0, 30],
      [30, 96],
    ]);
    expect(edit.clips.reduce((sum, clip) => sum + secondsOf(clip), 0)).toBe(4);
  });

  it("asks for nothing that the server would refuse for its sound", () => {
    const edit = new Edit();
    edit.add(film("a"));
    edit.mode = "replace";
    expect(edit.ready).toBe(false);
    edit.soundFrom = "sound:1";
    expect(edit.request().sound).toEqual({ mode: "replace", volume: 1, soundId: "1" });
  });
});
