import type { accounts as english } from "../en/accounts";

export const accounts: typeof english = {
  signUp: {
    pageTitle: "Créer votre compte",
    firstRunTitle: "Mettre ce serveur en route",
    firstRunText: "Personne n’a encore de compte ici. Vous en serez l’administrateur.",
    closedTitle: "Les inscriptions sont fermées",
    closedText:
      "L’administrateur de ce serveur n’accepte pas de nouveaux comptes pour l’instant. Le fil reste ouvert.",
    handle: "Identifiant",
    handleHint: "Des lettres, des chiffres, _ et des points. C’est ainsi que l’on vous trouve.",
    handleChecking: "Vérification…",
    handleAvailable: (handle) => `@${handle} est libre.`,
    handleTaken: (handle) => `@${handle} est pris.`,
    handleInvalid:
      "De 3 à 30 lettres (a à z), chiffres, _ ou points isolés, avec au moins une lettre et sans point aux extrémités.",
    displayName: "Nom",
    displayNameHint: "Il s’affiche à côté de vos films.",
    password: "Mot de passe",
    passwordHint: (min) => `Au moins ${min} caractères. Quelques mots sans rapport font l’affaire.`,
    passwordShort: (min) => `Un peu plus long : au moins ${min} caractères.`,
    showPassword: "Montrer le mot de passe",
    hidePassword: "Cacher le mot de passe",
    withPasskey: "Continuer avec une clé d’accès",
    passkeyHint:
      "Votre appareil vous reconnaît à votre empreinte, votre visage ou votre code. Rien à retenir.",
    withPassword: "Utiliser plutôt un mot de passe",
    submit: "Créer le compte",
    haveAccount: "Vous avez déjà un compte ?",
  },
  signIn: {
    pageTitle: "Heureux de vous revoir",
    withPasskey: "Se connecter avec une clé d’accès",
    or: "ou",
    submit: "Se connecter",
    noAccount: "Première visite ?",
    reason: "Connectez-vous pour créer et pour voir vos brouillons.",
  },
  passkey: {
    cancelled: "La clé d’accès n’a pas été confirmée. Réessayez, ou prenez un mot de passe.",
    unsupported:
      "Ce navigateur ou cette adresse ne permet pas les clés d’accès (il faut https ou localhost). Prenez un mot de passe.",
    exists: "Cet appareil a déjà une clé d’accès pour ce compte.",
  },
};
