import type { Screenplay, UnderstoodSpan } from "$lib/api/types";
import type { IconName } from "$lib/icons/shapes";
import type { Dictionary } from "$lib/i18n/dictionary";

export type ChipKind = keyof Dictionary["kinds"];

/** One thing that was understood, in the words of the prompt. */
export interface Chip {
  kind: ChipKind;
  text: string;
  start: number;
}

export interface UnknownWord {
  text: string;
  start: number;
  /** Understood, but nothing can show it. */
  known: boolean;
}

const icons: Record<ChipKind, IconName> = {
  subject: "subject",
  action: "action",
  setting: "setting",
  time: "time",
  weather: "weather",
  camera: "camera",
  style: "style",
  colour: "style",
  material: "detail",
  size: "detail",
  count: "detail",
  quality: "detail",
  dialogue: "quote",
  exclusion: "exclusion",
  timing: "time",
  cast: "account",
  other: "detail",
};

/** Kinds that only say more of what stands beside them. */
const qualifiers: readonly ChipKind[] = ["colour", "material", "size", "count", "quality"];
const qualified: readonly ChipKind[] = ["subject", "setting", "weather", "time"];

export function iconOf(kind: ChipKind): IconName {
  return icons[kind];
}

/** Chips in order of position; qualifiers join the thing that they stand beside: "red rubber ball" is one chip. */
export function chipsOf(screenplay: Pick<Screenplay, "prompt" | "understood">): Chip[] {
  const groups: (UnderstoodSpan & { kind: ChipKind })[] = [];
  for (const span of [...screenplay.understood].sort((a, b) => a.start - b.start)) {
    // "[2.5s]" is how a storyboard is written down, not what somebody said.
    if (span.kind === "timing" && screenplay.prompt[span.start] === "[") continue;
    const next = { ...span, kind: kindOf(span.kind) };
    const last = groups.at(-1);
    if (last && joins(last, next, screenplay.prompt)) {
      last.kind = qualifiers.includes(last.kind) ? next.kind : last.kind;
      last.length = Math.max(last.start + last.length, next.start + next.length) - last.start;
    } else {
      groups.push(next);
    }
  }
  const seen = new Set<string>();
  return groups
    .map(({ kind, start, length }) => ({ kind, start, text: screenplay.prompt.slice(start, start + length) }))
    .filter(({ kind, text }) => {
      const key = `${kind} ${text.toLowerCase()}`;
      return text.trim() !== "" && !seen.has(key) && seen.add(key);
    });
}

export function unknownWordsOf(screenplay: Pick<Screenplay, "notUnderstood">): UnknownWord[] {
  const seen = new Set<string>();
  return screenplay.notUnderstood
    .map(({ text, start, reason }) => ({ text, start, known: reason === "not-shown" }))
    .filter(({ text }) => !seen.has(text.toLowerCase()) && seen.add(text.toLowerCase()));
}

function kindOf(kind: string): ChipKind {
  return Object.hasOwn(icons, kind) ? (kind as ChipKind) : "other";
}

function joins(
  last: { kind: ChipKind; start: number; length: number },
  next: { kind: ChipKind; start: number },
  prompt: string,
) {
  const between = prompt.slice(last.start + last.length, next.start);
  const touching =
    next.start < last.start + last.length || /^[\s-]{0,3}(?:(?:en|de|d'|d’|of)\s?)?$/i.test(between);
  if (!touching) return false;
  const leads =
    qualifiers.includes(last.kind) && (qualifiers.includes(next.kind) || qualified.includes(next.kind));
  const follows = qualified.includes(last.kind) && qualifiers.includes(next.kind);
  // "bouncing" "down", "slow" "dolly in".
  const same = last.kind === next.kind && ["action", "camera"].includes(next.kind);
  return leads || follows || same;
}
