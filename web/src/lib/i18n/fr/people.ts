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
  account_suspended: "Ce compte est suspendu. Demandez-en la raison à l’administrateur de ce serveur.",
  confirmation_required: "Confirmez d’abord que c’est bien vous.",
  device_not_found: "Cet appareil est déjà déconnecté.",
  last_way_in:
    "Sans elle, personne ne pourrait plus entrer dans ce compte. Ajoutez d’abord une autre clé d’accès ou un mot de passe.",
  moment_invalid: "Ce moment n’existe pas dans le film.",
  passkey_name_invalid: "Donnez-lui un nom de 60 caractères au plus.",
  passkey_not_found: "Cette clé d’accès n’existe déjà plus.",
  password_wrong: "Ce n’est pas le mot de passe de ce compte.",
  picture_invalid:
    "Cette image ne peut pas être lue. Prenez une image PNG, JPEG ou WebP de 10 Mo et 40 millions de pixels au plus.",
  media_type_not_supported: "Ce fichier est d’un type qui ne convient pas ici.",
  body_too_large: "C’est trop volumineux pour être envoyé.",
  recovery_failed:
    "L’identifiant et le code ne vont pas ensemble, ou le code a déjà servi. Vérifiez les deux.",
  too_many_passkeys: "Un compte a 10 clés d’accès au plus. Retirez-en une d’abord.",
  video_not_found: "Ce film n’est plus là. Choisissez-en un autre.",
};
