/** Refusals of the composer, by code. */
export const composerProblems = {
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
