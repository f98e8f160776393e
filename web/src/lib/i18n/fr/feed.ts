import type { feed as english } from "../en/feed";

export const feed: typeof english = {
  feed: {
    pageTitle: "Fil",
    emptyTitle: "C’est bien calme ici",
    emptyText: "Personne n’a encore publié de film. Le vôtre pourrait être le premier.",
    emptyAction: "Faire un film",
    errorTitle: "Le fil n’a pas pu se charger",
    endTitle: "Vous avez tout vu",
    endText: "Les nouveaux films arrivent ici dès que quelqu’un les publie.",
    fromTheTop: "Revenir au début",
    next: "Vidéo suivante",
    previous: "Vidéo précédente",
    share: "Partager",
    howMade: "Comment c’est fait",
    linkCopied: "Lien copié.",
    shareFailed: "Le lien n’a pas pu être copié. Le voici :",
    keys: "↑ ↓ ou J K pour avancer · Espace pour la pause · M pour le son",
    readMore: "suite",
    readLess: "réduire",
    postBy: (name) => `Film de ${name}`,
  },
};

/** Refus des fils, des mesures, de la recherche et des statistiques. */
export const feedProblems = {
  feed_tab_unknown: "Ce fil n’existe pas.",
  feed_steer_post_missing: "Choisissez d’abord un film.",
  feed_steer_words_invalid: "Écrivez au moins un mot, et 100 caractères au plus.",
  feed_steers_too_many: "C’est beaucoup à voir moins. Retirez d’abord un souhait.",
  feed_steer_not_found: "Ce souhait n’existe plus.",
  watch_events_invalid: "Ce qui a été regardé n’a pas pu être transmis.",
};
