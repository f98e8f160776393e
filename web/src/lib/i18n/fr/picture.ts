import type { picture as english } from "../en/picture";

export const picture: typeof english = {
  picture: {
    title: "Une image de départ",
    needed: "Ce moteur a besoin d’une image de départ.",
    hint: "PNG, JPEG ou WebP, 20 Mo au plus. Déposez-la ici, collez-la, ou choisissez un fichier.",
    drop: "Déposez-la ici",
    choose: "Choisir une image",
    fromFilm: "D’un de mes films",
    earlier: "Images précédentes",
    earlierHint: "Celles dont vos films sont partis, et celles des dernières 24 heures.",
    earlierEmpty: "Aucune pour l’instant. L’image dont part un film pourra resservir ici.",
    earlierOne: (number) => `Image précédente ${String(number)}`,
    frameRights:
      "En choisissant une image, vous confirmez en avoir les droits, et l’accord des personnes visibles.",
    replace: "Une autre",
    remove: "Retirer l’image",
    preview: (name: string) =>
      name === "" ? "L’image d’où part le film" : `L’image d’où part le film : ${name}`,
    how: "Le film s’ouvre sur elle ; sa lumière et ses couleurs continuent.",
    confirm:
      "J’ai les droits sur cette image, et toutes les personnes qu’on peut y reconnaître sont d’accord.",
    confirmFirst: "Confirmez d’abord. L’image ne quitte cet appareil qu’ensuite.",
    sending: "Envoi de l’image…",
    sent: "L’image est prête.",
    again: "Renvoyer",
    startsFrom: "Parti de cette image",
    startsFromAlt: "L’image d’où ce film est parti",
    credited: "Part d’une image donnée par son auteur",
  },
};

/** Refus des images de départ, par code. */
export const pictureProblems = {
  continuing_not_supported: "Ce moteur ne sait pas continuer une vidéo. Choisissez-en un autre.",
  engine_refused: "Le moteur ne sait pas faire cela. Changez de réglages, ou de moteur.",
  first_image_invalid:
    "Cette image ne peut pas être lue. Prenez un PNG, un JPEG ou un WebP de 40 mégapixels au plus.",
  first_image_needed:
    "Ce moteur part d’une image. Ajoutez-en une, ou choisissez un moteur auquel des mots suffisent.",
  first_image_not_found: "L’image n’est plus là : trop longue attente, ou supprimée. Ajoutez-la de nouveau.",
  first_image_not_supported:
    "Ce moteur ne sait pas partir d’une image. Retirez-la, ou choisissez un autre moteur.",
  first_image_rights_needed:
    "Confirmez que vous avez les droits sur cette image et que les personnes visibles sont d’accord, ou prenez-en une autre.",
  first_image_too_large: "Ce fichier est trop gros. Une image pèse 20 Mo au plus.",
  first_image_too_small: "Cette image est trop petite. Il faut au moins 64 pixels de chaque côté.",
  last_image_needed: "Ce moteur va d’une image à une autre. Choisissez-en un auquel des mots suffisent.",
  last_image_not_supported: "Ce moteur ne sait pas finir sur une image. Choisissez-en un autre.",
  picture_unreadable: "L’image n’a pas pu être lue. Ajoutez-la de nouveau, en PNG, JPEG ou WebP.",
  references_not_supported: "Ce moteur ne prend pas de telles images. Choisissez-en un autre.",
};
