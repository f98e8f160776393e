import type { Problem } from "$lib/api/problem";
import type { Generation } from "$lib/api/types";
import type { Dictionary } from "./dictionary";

type Failure = NonNullable<Generation["failure"]>;

/** The sentence that a person reads for a refusal: localised by code, else the server's own, else a general one. */
export function sentenceFor(problem: Problem, t: Dictionary): string {
  return sentenceForCode(problem.code, t) ?? (problem.detail || t.problems.unexpected);
}

/** Why a generation failed and what to do, for its owner. */
export function sentenceForFailure(failure: Failure | null, t: Dictionary): string {
  if (failure === null) return t.problems.unexpected;
  return sentenceForCode(failure.code, t) ?? `${failure.message} ${failure.action}`.trim();
}

/** Why a scheduled film was not published at its time, and what to do. */
export function sentenceForSchedule(code: string, t: Dictionary): string {
  if (code === "draft_not_finished") return t.bench.scheduleNoFilm;
  const reason = sentenceForCode(code, t);
  return reason === undefined ? t.bench.scheduleFailed : `${t.bench.scheduleStopped} ${reason}`;
}

/** The localised sentence of a code, if there is one. */
function sentenceForCode(code: string, t: Dictionary): string | undefined {
  return Object.hasOwn(t.problems, code) ? t.problems[code as keyof Dictionary["problems"]] : undefined;
}
