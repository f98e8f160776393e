/** Phrases des refus : profils, abonnements, blocages, sourdines. */
export const peopleProblems = {
  account_blocked: "Vous bloquez ce compte. Débloquez-le d’abord, puis suivez-le.",
  account_not_found: "Ce compte n’existe pas. Il a peut-être été fermé ou renommé.",
  bio_too_long: "La biographie est trop longue. Raccourcissez-la un peu.",
  handle_changed_too_often:
    "Un identifiant se change trois fois en 90 jours. Vous pouvez reprendre l’un de vos anciens.",
  likes_hidden: "Cette personne garde pour elle les films qu’elle aime.",
  link_invalid: "Un des liens ne convient pas. Écrivez une adresse entière, qui commence par https://.",
  location_too_long: "Le lieu est trop long. Raccourcissez-le un peu.",
  mute_invalid: "Choisissez d’une heure à un an, ou sans limite.",
  muted_word_invalid: "Écrivez un mot ou une expression de 50 caractères au plus.",
  muted_word_not_found: "Ce mot n’est plus masqué.",
  not_yourself: "C’est vous.",
  too_many_followed: "Vous suivez 5000 comptes, le maximum. Cessez d’abord d’en suivre un.",
  too_many_links: "Un profil porte 5 liens au plus.",
  too_many_muted_words: "Vous masquez 100 mots, le maximum. Retirez-en un d’abord.",
};
