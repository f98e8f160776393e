import type { Engine, Generation, GenerationRequest, Instance, Post, Recipe } from "$lib/api/types";
import { wordsOf } from "$lib/text/shots";
import { picture } from "./picture.svelte";
import { storyboard } from "./storyboard.svelte";
import { nearestSize, sizesOf, type Orientation, type Size } from "./sizes";

const storageKey = "lucarne.composer";
const seedMax = Number.MAX_SAFE_INTEGER;
/** Shorter ones are over before they are seen, longer ones are no film for the feed. */
const shortestSeconds = 4;
const longestSeconds = 25;
const rolledSeedEnd = 1_000_000;
/** What stands in the place of an engine where a film was put together from others. */
const editEngine = "edit";

interface Kept {
  orientation?: Orientation;
  lines?: number;
  seconds?: number;
  engine?: string;
  style?: string;
}

export type RemixSource =
  { kind: "post"; id: string; handle: string } | { kind: "draft"; id: string; name: string };

/** What the person is asking for, before it is sent. Outlives a visit to another page; settings outlive the visit. */
class Composer {
  prompt = $state("");
  orientation = $state<Orientation>("portrait");
  lines = $state(720);
  seconds = $state(8);
  /** As typed; empty is a random seed. */
  seed = $state("");
  engineId = $state("");
  /** Id of a style; empty for none. */
  style = $state("");
  variants = $state(1);
  /** The post or the own draft that it starts from; null for a film of its own. */
  remixOf = $state.raw<RemixSource | null>(null);
  mode = $state<"prompt" | "storyboard">("prompt");

  constructor() {
    const kept = read();
    this.orientation = kept.orientation ?? this.orientation;
    this.lines = kept.lines ?? this.lines;
    this.seconds = kept.seconds ?? this.seconds;
    this.engineId = kept.engine ?? "";
    this.style = kept.style ?? "";
  }

  engine(instance: Instance): Engine | undefined {
    return instance.engines.find((engine) => engine.id === this.engineId) ?? instance.engines[0];
  }

  size(instance: Instance): Size | null {
    return nearestSize(sizesOf(this.engine(instance)?.sizes ?? []), this.orientation, this.lines);
  }

  secondsRange(instance: Instance): { min: number; max: number } {
    const engine = this.engine(instance);
    return {
      min: Math.ceil(Math.max(shortestSeconds, engine?.minSeconds ?? 0)),
      max: Math.floor(Math.min(longestSeconds, engine?.maxSeconds ?? longestSeconds)),
    };
  }

  /** True where the film would not start from the picture that is there, or lacks one that it needs. */
  pictureMissing(instance: Instance): boolean {
    const engine = this.engine(instance);
    if (!engine?.firstImage) return false;
    return picture.url === null ? engine.firstImageNeeded : picture.id === null;
  }

  get seedValid(): boolean {
    return this.seed === "" || (/^\d{1,16}$/.test(this.seed) && Number(this.seed) <= seedMax);
  }

  rollSeed(): void {
    this.seed = rolled();
  }

  request(instance: Instance): GenerationRequest | null {
    const size = this.size(instance);
    const engine = this.engine(instance);
    if (!size || !engine || !this.seedValid) return null;
    const { min, max } = this.secondsRange(instance);
    const words =
      this.mode === "storyboard"
        ? { prompt: storyboard.world.trim() || null, storyboard: storyboard.request() }
        : { prompt: this.prompt.trim(), seconds: Math.min(max, Math.max(min, this.seconds)) };
    return {
      ...words,
      ...(this.remixOf === null
        ? {}
        : this.remixOf.kind === "post"
          ? { remixOf: this.remixOf.id }
          : { remixOfDraft: this.remixOf.id }),
      // A remix that names no style keeps that of its source.
      ...(this.style !== "" ? { style: this.style } : this.remixOf === null ? {} : { style: "none" }),
      ...(this.variants === 1 ? {} : { variants: this.variants }),
      ...(engine.firstImage && picture.id !== null ? { firstImageId: picture.id } : {}),
      size: size.text,
      engine: engine.id,
      // Without a seed, a remix would take that of its source.
      ...(this.seed !== ""
        ? { seed: Number(this.seed) }
        : this.remixOf === null
          ? {}
          : { seed: Number(rolled()) }),
    };
  }

  /** Takes up the words and settings of a film, to go on from them. */
  reopen(film: Generation | Recipe): void {
    this.remixOf = null;
    this.orientation =
      film.width === film.height ? "square" : film.width < film.height ? "portrait" : "landscape";
    this.lines = Math.min(film.width, film.height);
    this.engineId = film.engine ?? "";
    this.style = film.style ?? "";
    this.seed = film.seed === null ? "" : String(film.seed);
    if (film.firstImage) picture.show(film.firstImage);
    else picture.remove();
    if (film.storyboard) {
      storyboard.load(film.storyboard);
      this.mode = "storyboard";
    } else {
      this.prompt = film.prompt;
      this.seconds = Math.round(film.seconds);
      this.mode = "prompt";
    }
  }

  /** Starts from someone's film, whom the new one will credit. */
  remix(post: Post, recipe: Recipe): void {
    this.reopen(recipe);
    this.remixOf = { kind: "post", id: post.id, handle: post.author.handle };
  }

  /** Starts from one's own draft, in its world. */
  remixDraft(film: Generation): void {
    this.reopen(film);
    if (film.draftId !== null && film.engine !== editEngine)
      this.remixOf = { kind: "draft", id: film.draftId, name: wordsOf(film.prompt) };
  }

  keep(): void {
    const kept: Kept = {
      orientation: this.orientation,
      lines: this.lines,
      seconds: this.seconds,
      engine: this.engineId,
      style: this.style,
    };
    localStorage.setItem(storageKey, JSON.stringify(kept));
  }
}

function rolled(): string {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(value % rolledSeedEnd);
}

function read(): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "{}");
    return typeof kept === "object" && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

export const composer = new Composer();
