import type { Generation } from "$lib/api/types";
import type { Dictionary } from "$lib/i18n/dictionary";

/** What is told of a film that is under way. */
export interface Underway {
  /** Where it stands: its place in the queue, or that it is being made. Changes seldom. */
  state: string;
  /** How much is done; null while nothing is. */
  done: string | null;
  /** How long it takes yet; null while unknown. */
  left: string | null;
}

/** Words on a film that has not ended; null for one that has. */
export function underway(
  generation: Pick<Generation, "status" | "progress" | "etaSeconds" | "queuePosition">,
  t: Dictionary,
): Underway | null {
  const { status, progress, etaSeconds, queuePosition } = generation;
  if (status !== "queued" && status !== "in_progress") return null;
  const left = etaSeconds === null ? null : t.create.eta(etaSeconds);
  if (status === "queued") {
    return {
      state: queuePosition === null ? t.create.queued : t.create.queuePosition(queuePosition),
      done: null,
      left,
    };
  }
  return progress === 0
    ? { state: t.create.starting, done: null, left }
    : { state: t.create.making, done: t.create.percent(Math.round(progress * 100)), left };
}
