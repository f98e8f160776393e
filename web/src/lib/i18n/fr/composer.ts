import type { composerProblems as english } from "../en/composer";

export const composerProblems: typeof english = {
  storyboard_shots_invalid: "Un storyboard compte de 1 à 12 plans.",
  storyboard_not_supported:
    "Ce moteur fait un seul plan d’un seul texte. Choisissez un autre moteur, ou écrivez un seul texte.",
  storyboard_missing: "Seuls les films faits d’un storyboard permettent de refaire un plan.",
  shot_not_found: "Ce film n’a pas ce plan.",
  shot_prompt_empty: "Un plan est vide. Dites ce qu’il montre, ou supprimez-le.",
  shot_prompt_too_long: "Un plan a trop de mots. Réduisez-le à 1 000 caractères.",
  shot_seconds_invalid: "Un plan dure de 1 à 25 secondes.",
  style_not_found: "Ce style n’est plus proposé. Choisissez-en un autre.",
  style_unknown: "Ce style n’est plus proposé. Choisissez-en un autre.",
  variants_invalid: "Demandez de 1 à 4 variantes.",
};
