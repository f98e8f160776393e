import type { EditRequest, Video } from "$lib/api/types";

/** A film that clips are taken from. */
export interface Film {
  kind: "draft" | "post";
  id: string;
  title: string;
  video: Video;
}

/** A stretch of a film, in its own frames. */
export interface Clip {
  key: number;
  film: Film;
  start: number;
  /** The frame after its last one. */
  end: number;
  /** Seconds over which the clip before dissolves into it. */
  crossfade: number;
  /** Seconds that the engine adds after it. */
  extend: number;
}

export const maxSeconds = 180;
export const maxClips = 20;
const shortest = 2;

export const framesOf = (video: Video) => Math.round(video.seconds * video.fps);
export const secondsOf = (clip: Clip) => (clip.end - clip.start) / clip.film.video.fps;

/** What is being put together. Everything in it can be undone by hand; the server makes the film. */
export class Edit {
  clips = $state<Clip[]>([]);
  selected = $state<number | null>(null);
  title = $state("");
  mode = $state<"keep" | "mute" | "replace">("keep");
  volume = $state(1);
  /** Where another sound comes from: `sound:ID`, `draft:ID` or `post:ID`. */
  soundFrom = $state("");

  readonly seconds = $derived(
    this.clips.reduce(
      (sum, clip, index) => sum + secondsOf(clip) + clip.extend - (index > 0 ? clip.crossfade : 0),
      0,
    ),
  );
  readonly current = $derived(this.clips.find((clip) => clip.key === this.selected) ?? null);
  readonly ready = $derived(
    this.clips.length > 0 && this.seconds <= maxSeconds && (this.mode !== "replace" || this.soundFrom !== ""),
  );

  #keys = 0;

  add(film: Film, from?: Partial<Pick<Clip, "start" | "end">>, at = this.clips.length): void {
    if (this.clips.length >= maxClips) return;
    const clip: Clip = {
      key: ++this.#keys,
      film,
      start: from?.start ?? 0,
      end: from?.end ?? framesOf(film.video),
      crossfade: 0,
      extend: 0,
    };
    this.clips = [...this.clips.slice(0, at), clip, ...this.clips.slice(at)];
    this.selected = clip.key;
  }

  indexOf(key: number): number {
    return this.clips.findIndex((clip) => clip.key === key);
  }

  /** Moves a clip to a place among the others; what is first has nothing to dissolve from. */
  move(key: number, to: number): void {
    const from = this.indexOf(key);
    const clip = this.clips[from];
    if (!clip) return;
    const rest = this.clips.filter((other) => other.key !== key);
    const place = Math.max(0, Math.min(rest.length, to));
    this.clips = [...rest.slice(0, place), clip, ...rest.slice(place)].map((other, index) =>
      index === 0 ? { ...other, crossfade: 0 } : other,
    );
  }

  remove(key: number): void {
    const at = this.indexOf(key);
    this.clips = this.clips
      .filter((clip) => clip.key !== key)
      .map((clip, index) => (index === 0 ? { ...clip, crossfade: 0 } : clip));
    this.selected = this.clips[Math.min(at, this.clips.length - 1)]?.key ?? null;
  }

  /** Moves one end of a clip, within its film; a clip that no longer runs to the end is not made longer there. */
  trim(key: number, side: "start" | "end", frame: number): void {
    this.change(key, (clip) => {
      const frames = framesOf(clip.film.video);
      if (side === "start") {
        return { ...clip, start: Math.max(0, Math.min(clip.end - shortest, Math.round(frame))) };
      }
      const end = Math.min(frames, Math.max(clip.start + shortest, Math.round(frame)));
      return { ...clip, end, extend: end === frames ? clip.extend : 0 };
    });
  }

  split(key: number, frame: number): void {
    const clip = this.clips.find((other) => other.key === key);
    if (!clip || frame <= clip.start + shortest || frame >= clip.end - shortest) return;
    const { end, extend } = clip;
    this.change(key, (whole) => ({ ...whole, end: frame, extend: 0 }));
    this.add(clip.film, { start: frame, end }, this.indexOf(key) + 1);
    if (extend > 0) this.change(this.#keys, (rest) => ({ ...rest, extend }));
  }

  change(key: number, how: (clip: Clip) => Clip): void {
    this.clips = this.clips.map((clip) => (clip.key === key ? how(clip) : clip));
  }

  /** As the server takes it. */
  request(): EditRequest {
    const [kind, id] = this.soundFrom.split(":");
    const title = this.title.trim();
    return {
      title: title === "" ? null : title,
      clips: this.clips.map((clip) => ({
        ...(clip.film.kind === "draft" ? { draftId: clip.film.id } : { postId: clip.film.id }),
        startFrame: clip.start,
        endFrame: clip.end,
        crossfadeSeconds: clip.crossfade,
        extendSeconds: clip.extend,
      })),
      sound: {
        mode: this.mode,
        volume: this.mode === "mute" ? 1 : this.volume,
        ...(this.mode === "replace" && id !== undefined
          ? kind === "sound"
            ? { soundId: id }
            : kind === "post"
              ? { postId: id }
              : { draftId: id }
          : {}),
      },
    };
  }
}
