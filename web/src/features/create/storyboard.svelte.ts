import { generations } from "$lib/api/endpoints";
import type { Screenplay, Storyboard as Laid, StoryboardRequest } from "$lib/api/types";
import { hasRoom, insert, move, retime, total, type BoardShot, type Bounds } from "./board";

const shotBounds = { shots: 12, shotMin: 1, shotMax: 25 };

/** The storyboard that is being edited, and what was understood of each of its shots. Outlives a visit to another page. */
class Storyboard {
  #nextKey = 1;
  shots = $state<BoardShot[]>([]);
  world = $state("");
  selected = $state<number | null>(null);
  /** What was understood, by the key of the shot. */
  readings = $state<Record<number, Screenplay["shots"][number]>>({});
  reading = $state(false);
  bounds = $state<Bounds>({ ...shotBounds, filmMin: 4, filmMax: 25 });

  readonly seconds = $derived(total(this.shots));
  readonly hasRoom = $derived(hasRoom(this.shots, this.bounds));
  readonly isEmpty = $derived(this.shots.every((shot) => shot.prompt.trim() === ""));

  /** Takes the engine's shortest and longest film, in seconds. */
  bound(filmMin: number, filmMax: number): void {
    this.bounds = { ...shotBounds, filmMin, filmMax };
  }

  load(laid: Laid): void {
    this.world = laid.world;
    this.shots = laid.shots.map((shot) => ({
      key: this.#nextKey++,
      prompt: shot.prompt,
      seconds: shot.seconds,
      seed: shot.seed,
    }));
    this.selected = this.shots[0]?.key ?? null;
    this.readings = {};
  }

  start(): void {
    if (this.shots.length > 0) return;
    const blank = { prompt: "", seconds: 3, seed: null };
    this.load({ world: "", shots: [blank, blank, blank] });
  }

  add(): void {
    const key = this.#nextKey++;
    this.shots = insert(this.shots, null, { key, prompt: "", seed: null }, this.bounds);
    this.selected = key;
  }

  duplicate(key: number): void {
    const shot = this.shots.find((other) => other.key === key);
    if (!shot) return;
    const copy = { ...shot, key: this.#nextKey++ };
    this.shots = insert(this.shots, key, copy, this.bounds);
    this.selected = copy.key;
  }

  remove(key: number): void {
    if (this.shots.length === 1) return;
    const at = this.shots.findIndex((shot) => shot.key === key);
    this.shots = this.shots.filter((shot) => shot.key !== key);
    this.selected = this.shots[Math.min(at, this.shots.length - 1)]?.key ?? null;
  }

  move(key: number, to: number): void {
    this.shots = move(this.shots, key, to);
  }

  retime(key: number, seconds: number): void {
    this.shots = retime(this.shots, key, seconds, this.bounds);
  }

  write(key: number, prompt: string): void {
    this.shots = this.shots.map((shot) => (shot.key === key ? { ...shot, prompt } : shot));
  }

  request(): StoryboardRequest {
    return {
      shots: this.shots.map(({ prompt, seconds, seed }) => ({
        prompt: prompt.trim(),
        seconds,
        ...(seed === null ? {} : { seed }),
      })),
    };
  }

  /** Asks what is understood of every shot that says something. */
  async read(signal: AbortSignal): Promise<void> {
    const said = this.shots.filter((shot) => shot.prompt.trim() !== "");
    if (said.length === 0) {
      this.readings = {};
      this.reading = false;
      return;
    }
    this.reading = true;
    const answer = await generations.screenplay(
      {
        prompt: this.world.trim() || null,
        storyboard: { shots: said.map(({ prompt, seconds }) => ({ prompt, seconds })) },
      },
      signal,
    );
    if (signal.aborted) return;
    this.reading = false;
    if (answer.ok)
      this.readings = Object.fromEntries(
        said.flatMap((shot, i) => {
          const reading = answer.value.shots[i];
          return reading ? [[shot.key, reading] as const] : [];
        }),
      );
  }
}

export const storyboard = new Storyboard();
