import type { Problem } from "$lib/api/problem";
import type { Dictionary } from "./dictionary";

/** The sentence that a person reads for a refusal: localised by code, else the server's own, else a general one. */
export function sentenceFor(problem: Problem, t: Dictionary): string {
  return sentenceForCode(problem.code, t) ?? (problem.detail || t.problems.unexpected);
}

/** The localised sentence of a code, if there is one. */
export function sentenceForCode(code: string, t: Dictionary): string | undefined {
  return Object.hasOwn(t.problems, code) ? t.problems[code as keyof Dictionary["problems"]] : undefined;
}
