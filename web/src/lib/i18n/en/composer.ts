const seconds = (count: number) => `${String(Math.round(count * 100) / 100)} s`;

export const composer = {
  composer: {
    mode: "How to write it",
    prompt: "In one go",
    storyboard: "Storyboard",
    laying: "Laying it out…",
    style: "Look",
    noStyle: "As it comes",
    variants: "Variants",
    variantsHint: (count: number) => `${count} films of the same words, each with its own seed.`,
    variantsTitle: "Side by side",
    variant: (number: number, seed: number) => `Variant ${number}, seed ${seed}`,
    showVariant: (number: number) => `Show variant ${number}`,
    world: "For every shot",
    worldHint: "For every shot: a look, an hour, a place…",
    track: "Shots in order of time",
    trackHelp:
      "Left and right arrows change the length by half a second. Alt and arrows move the shot. Up and down go to the next shot. Delete removes it.",
    shot: (number: number) => `Shot ${number}`,
    shotOf: (number: number, count: number, length: number, words: string) =>
      `Shot ${number} of ${count}, ${length} seconds${words === "" ? ", empty" : `: ${words}`}`,
    movedTo: (number: number, count: number) => `Now shot ${number} of ${count}`,
    lasts: (number: number, length: number, whole: number) =>
      `Shot ${number} lasts ${length} seconds, the film ${whole}`,
    short: seconds,
    shotPrompt: (number: number) => `What shot ${number} shows`,
    firstShot: "Wide shot: who, where, what happens…",
    nextShot: "And then…",
    lengthOf: (number: number) => `Length of shot ${number}`,
    shorter: (number: number) => `Make shot ${number} shorter`,
    longer: (number: number) => `Make shot ${number} longer`,
    add: "Add a shot",
    duplicate: "Duplicate",
    remove: "Delete",
    retake: "This shot again",
    retakeStarted: (number: number) => `Shot ${number} is being made again. The others stay as they are.`,
    sum: (count: number, length: number, most: number) =>
      `${count === 1 ? "1 shot" : `${count} shots`} · ${seconds(length)} of ${seconds(most)}`,
    tooShort: (least: number) => `A film lasts at least ${least} seconds. Make a shot longer, or add one.`,
    people: "People",
    nobody: (handle: string) => `Nobody here is called @${handle}: it stays plain text.`,
    remixOf: (handle: string) => `Remix of @${handle}`,
    remixOfDraft: (name: string) => `From your draft: ${name}`,
    leaveRemix: "Make it a film of its own",
    enhance: "Write it out",
    enhanceLengths: { short: "A little", medium: "More", long: "Full brief" },
    undo: "Back to my words",
    filmReady: "Your film is ready.",
    filmFailed: "Your film could not be made.",
    show: "Watch it",
    seeWhy: "See why",
  },
  busy: {
    title: "You have enough in the works",
    text: "So many films are made at once, and no more. Wait for one, or stop one.",
    stop: "Stop",
    stopOne: (prompt: string) => `Stop: ${prompt}`,
    room: "There is room again.",
  },
};

/** Refusals of the composer, by code. */
export const composerProblems = {
  remix_source_invalid: "A remix starts from one film: a post or one of your drafts.",
  storyboard_shots_invalid: "A storyboard has 1 to 12 shots.",
  storyboard_not_supported:
    "This engine makes one shot of one prompt. Choose another engine, or write one prompt.",
  storyboard_missing: "Only films made from a storyboard can have one shot made again.",
  shot_not_found: "This film has no such shot.",
  shot_prompt_empty: "A shot is empty. Say what it shows, or delete it.",
  shot_prompt_too_long: "A shot has too many words. Shorten it to 1,000 characters.",
  shot_seconds_invalid: "A shot lasts 1 to 25 seconds.",
  style_not_found: "This style is not offered any more. Choose another one.",
  style_unknown: "This style is not offered any more. Choose another one.",
  variants_invalid: "Ask for 1 to 4 variants.",
};
