export const downloads = {
  downloads: {
    title: "Télécharger",
    film: "Le film",
    filmHint: (size: string, weight: string) => `MP4 · ${size} · ${weight}`,
    small: "Le film, en petit",
    smallHint: "MP4 · un mégaoctet au plus",
    endCard: "Le film avec un carton de fin",
    endCardHint: (handle: string) => `MP4 · deux secondes de plus : @${handle} et le lien en code QR`,
    animated: "Une image animée",
    animatedHint: "GIF · les cinq premières secondes, sans le son",
    preparing: "En préparation…",
    captions: "Sous-titres",
    captionsAs: (name: string, format: string) => `${name}, en ${format}`,
    spoken: "Tels que le film les dit",
    nobody: "Son auteur garde pour lui le téléchargement de ce film.",
    followersOnly: "Son auteur laisse ses abonnés télécharger ce film.",
    audience: "Qui peut le télécharger",
  },
};

export const downloadsProblems = {
  download_not_allowed: "Son auteur réserve le téléchargement de ce film à d’autres, ou à personne.",
  download_kind_unknown: "Ce film n’a pas de tel fichier.",
  renditions_busy: "Beaucoup de fichiers sont en préparation. Réessayez dans quelques secondes.",
  rendition_failed: "Ce fichier n’a pas pu être préparé. Le film lui-même reste téléchargeable.",
  embed_address_unknown: "Ce n’est pas l’adresse d’un film de ce serveur.",
  embed_size_invalid: "Un lecteur fait au moins 100 pixels de large et de haut.",
  embed_format_not_supported: "Seul le JSON est proposé.",
  captions_format_unknown: "Les sous-titres sont en VTT ou en SRT.",
};
