import type { composer as english, composerProblems as englishProblems } from "../en/composer";

const seconds = (count: number) => `${String(Math.round(count * 100) / 100).replace(".", ",")} s`;

export const composer: typeof english = {
  composer: {
    mode: "Comment l’écrire",
    prompt: "D’un trait",
    storyboard: "Storyboard",
    laying: "Découpage…",
    style: "Style",
    noStyle: "Tel quel",
    variants: "Variantes",
    variantsHint: (count) => `${count} films du même texte, chacun avec sa graine.`,
    variantsTitle: "Côte à côte",
    variant: (number, seed) => `Variante ${number}, graine ${seed}`,
    showVariant: (number) => `Montrer la variante ${number}`,
    world: "Pour tous les plans",
    worldHint: "Pour tous les plans : un style, une heure, un lieu…",
    track: "Plans dans l’ordre du temps",
    trackHelp:
      "Les flèches gauche et droite changent la durée d’une demi-seconde. Alt et les flèches déplacent le plan. Haut et bas passent d’un plan à l’autre. Suppr l’enlève.",
    shot: (number) => `Plan ${number}`,
    shotOf: (number, count, length, words) =>
      `Plan ${number} sur ${count}, ${length} secondes${words === "" ? ", vide" : ` : ${words}`}`,
    movedTo: (number, count) => `Devient le plan ${number} sur ${count}`,
    lasts: (number, length, whole) => `Le plan ${number} dure ${length} secondes, le film ${whole}`,
    short: seconds,
    shotPrompt: (number) => `Ce que montre le plan ${number}`,
    firstShot: "Plan large : qui, où, que se passe-t-il…",
    nextShot: "Et ensuite…",
    lengthOf: (number) => `Durée du plan ${number}`,
    shorter: (number) => `Raccourcir le plan ${number}`,
    longer: (number) => `Allonger le plan ${number}`,
    add: "Ajouter un plan",
    duplicate: "Dupliquer",
    remove: "Supprimer",
    retake: "Refaire ce plan",
    retakeStarted: (number) => `Le plan ${number} est refait. Les autres restent tels quels.`,
    sum: (count, length, most) =>
      `${count === 1 ? "1 plan" : `${count} plans`} · ${seconds(length)} sur ${seconds(most)}`,
    tooShort: (least) => `Un film dure au moins ${least} secondes. Allongez un plan, ou ajoutez-en un.`,
    people: "Personnes",
    nobody: (handle) => `Personne ici ne s’appelle @${handle} : cela reste du texte.`,
    remixOf: (handle) => `Remix de @${handle}`,
    remixOfDraft: (name) => `D’après votre brouillon : ${name}`,
    leaveRemix: "En faire un film à part",
    enhance: "Développer",
    enhanceLengths: { short: "Un peu", medium: "Plus", long: "Découpage complet" },
    undo: "Revenir à mon texte",
    filmReady: "Votre film est prêt.",
    filmFailed: "Votre film n’a pas pu être fait.",
    show: "Le regarder",
    seeWhy: "Voir pourquoi",
  },
  busy: {
    title: "Vous avez assez de films en cours",
    text: "Un certain nombre de films se font à la fois, pas davantage. Attendez-en un, ou arrêtez-en un.",
    stop: "Arrêter",
    stopOne: (prompt) => `Arrêter : ${prompt}`,
    room: "Il y a de nouveau de la place.",
  },
};

export const composerProblems: typeof englishProblems = {
  remix_source_invalid: "Un remix part d’un seul film : une publication ou un brouillon.",
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
