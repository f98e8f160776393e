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
