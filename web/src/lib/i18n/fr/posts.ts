import type { posts as english } from "../en/posts";

export const posts: typeof english = {
  post: {
    pageTitle: (name) => `Film de ${name}`,
    missingTitle: "Ce film n’est pas là",
    missingText: "Son auteur l’a retiré, ou le lien n’est pas le bon.",
    delete: "Supprimer la publication",
    deleteTitle: "Supprimer cette publication ?",
    deleteText: "Elle disparaît du fil et ses liens ne mènent plus à rien.",
    deleted: "Publication supprimée.",
    unlisted: "Avec le lien seulement",
  },
  making: {
    title: "Comment c’est fait",
    prompt: "Les mots",
    facts: "Détails",
    size: "Taille",
    length: "Durée",
    frames: "Images par seconde",
    seed: "Graine",
    engine: "Moteur",
    made: "Fait le",
    file: "Fichier",
    tryIt: "En faire un avec ces mots",
  },
};
