import { describe, expect, it } from "vitest";
import type { Screenplay } from "$lib/api/types";
import { chipsOf, unknownWordsOf } from "./chips";

/** A screenplay that understood the given words of the prompt, each as the given kind. */
function screenplay(
  prompt: string,
  understood: [string, string][],
  unknown: [string, string][] = [],
): Screenplay {
  let from = 0;
  const spanOf = (words: string) => {
    const start = prompt.indexOf(words, from);
    from = start + words.length;
    return { start, length: words.length };
  };
  return {
    prompt,
    language: "en",
    seconds: 8,
    shots: [],
    understood: understood.map(([words, kind]) => ({ ...spanOf(words), kind, concept: words })),
    notUnderstood: unknown.map(([text, reason]) => ({
      start: prompt.indexOf(text),
      length: text.length,
      text,
      reason,
    })),
    storyboard: { world: "", shots: [] },
    mentions: [],
  };
}

describe("chips", () => {
  it("put the qualities of a thing into the thing's own chip", () => {
    const chips = chipsOf(
      screenplay("a red rubber ball bouncing down a wooden staircase", [
        ["red", "colour"],
        ["rubber", "material"],
        ["ball", "subject"],
        ["bouncing", "action"],
        ["down", "action"],
        ["wooden", "material"],
        ["staircase", "setting"],
      ]),
    );
    expect(chips.map(({ kind, text }) => [kind, text])).toEqual([
      ["subject", "red rubber ball"],
      ["action", "bouncing down"],
      ["setting", "wooden staircase"],
    ]);
  });

  it("take in qualities that follow their thing, as French ones do", () => {
    const chips = chipsOf(
      screenplay("cinq pommes vertes tombent d'un panier en bois", [
        ["cinq", "count"],
        ["pommes", "subject"],
        ["vertes", "colour"],
        ["tombent", "action"],
        ["panier", "subject"],
        ["bois", "material"],
      ]),
    );
    expect(chips.map(({ text }) => text)).toEqual(["cinq pommes vertes", "tombent", "panier en bois"]);
  });

  it("do not join things that stand apart", () => {
    const chips = chipsOf(
      screenplay("a ball, then a red car", [
        ["ball", "subject"],
        ["red", "colour"],
        ["car", "subject"],
      ]),
    );
    expect(chips.map(({ text }) => text)).toEqual(["ball", "red car"]);
  });

  it("say each thing once and show kinds that are new to this client as details", () => {
    const chips = chipsOf(
      screenplay("rain, rain and sparkle", [
        ["rain", "weather"],
        ["rain", "weather"],
        ["sparkle", "glitter"],
      ]),
    );
    expect(chips.map(({ kind, text }) => [kind, text])).toEqual([
      ["weather", "rain"],
      ["other", "sparkle"],
    ]);
  });

  it("tell words that are not known from those that cannot be shown", () => {
    const words = unknownWordsOf(
      screenplay(
        "a glorp whispering to a glorp",
        [],
        [
          ["glorp", "unknown"],
          ["whispering", "not-shown"],
          ["glorp", "unknown"],
        ],
      ),
    );
    expect(words.map(({ text, known }) => [text, known])).toEqual([
      ["glorp", false],
      ["whispering", true],
    ]);
  });
});
