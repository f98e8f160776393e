export const data = {
  data: {
    pageTitle: "Vos données",
    intro: "Tout ce que vous avez fait et dit ici est à vous : emportez-le, ou retirez-le.",
    exportTitle: "Tout emporter",
    exportText:
      "Un zip avec vos publications, brouillons, demandes, storyboards, commentaires, listes et réglages en fichiers lisibles, et toutes vos vidéos. Un autre Lucarne sait le relire.",
    exportStart: "Préparer un export",
    exportAgain: "En préparer un nouveau",
    exportAgainNote: "Un nouvel export remplace celui-ci.",
    exportQueued: "En attente de son tour…",
    exportRunning: (percent: number) => `Écriture de votre archive : ${percent} %`,
    exportProgress: "Avancement de l’export",
    exportLeave: "Vous pouvez quitter cette page : une notification vous dira quand il est prêt.",
    exportReady: "Votre archive est prête",
    exportSize: (size: string, day: string) => `${size}, gardée jusqu’au ${day}`,
    exportDownload: "Télécharger",
    exportDelete: "La supprimer",
    exportDeleted: "L’archive est supprimée.",
    exportStop: "Arrêter",
    exportFailed: "L’archive n’a pas pu être écrite",
    exportFailedDisk: "Le disque du serveur est plein. Prévenez son administrateur, puis réessayez.",
    exportFailedOther:
      "Le serveur a eu un problème. Réessayez ; si cela se répète, prévenez l’administrateur.",
    loadFailed: "Vos exports ne peuvent pas être lus",
    importTitle: "Tout apporter",
    importText:
      "Un export est relu par la personne qui fait tourner l’installation où vous déménagez. Donnez-lui votre zip ; elle lance ceci :",
    importNote:
      "Vos publications gardent leurs dates, leurs adresses et leur lignée. Ce que d’autres ont fait reste chez eux, nommé par leur identifiant.",
    closeTitle: "Supprimer votre compte",
    closeText: "Après 14 jours, ceci disparaît pour de bon :",
    closeList: [
      "votre profil, vos publications avec leurs vidéos, vos brouillons et vos demandes",
      "vos commentaires ; celui qui a reçu une réponse laisse une place vide",
      "vos j’aime, abonnements, listes, messages et réglages",
    ],
    closeKept:
      "Les remix que d’autres ont faits de vos publications restent à eux ; le crédit devient « une publication supprimée ».",
    closeGrace:
      "Dès le premier instant, plus personne ne vous voit et vous êtes déconnecté partout. Pendant 14 jours, une connexion suffit pour rouvrir le compte.",
    closeReceipt: "Vous recevez un lien secret. Il donnera plus tard un reçu signé de ce qui a été effacé.",
    closeStart: "Supprimer mon compte…",
    closeConfirmTitle: "Supprimer votre compte ?",
    closeConfirmText:
      "Confirmez que c’est bien vous. Préparez d’abord un export si vous voulez garder quelque chose.",
    closeByPassword: "Supprimer mon compte",
    closeByPasskey: "Confirmer avec une clé d’accès",
    closedTitle: "Votre compte est fermé",
    closedText: (day: string) =>
      `Plus personne ne le voit. Il sera effacé le ${day}. D’ici là, connectez-vous pour le rouvrir.`,
    closedLink:
      "Gardez ce lien : il n’est montré que maintenant. Il dit où en est l’effacement, et donnera votre reçu.",
    copyLink: "Copier le lien",
    linkCopied: "Le lien est copié.",
    reopenTitle: "Votre compte est fermé",
    reopenText: "Personne ne vous voit ici, et il sera effacé à la fin de ses 14 jours.",
    reopen: "Le rouvrir",
    reopened: "Bon retour. Tout est comme avant.",
    erasureTitle: "Suppression d’un compte",
    erasureStatus: {
      waiting: (day: string) =>
        `Le compte est fermé. Il sera effacé le ${day}, sauf si son propriétaire le rouvre.`,
      erasing: "Le compte est en cours d’effacement. Revenez dans un instant.",
      erased: (day: string) => `Tout a été effacé le ${day}.`,
      withdrawn: "Le compte a été rouvert. Rien n’est effacé.",
    },
    erasedCounts: {
      posts: "publications",
      drafts: "brouillons",
      generations: "demandes",
      mediaFiles: "fichiers",
      comments: "commentaires",
      reactions: "j’aime et je n’aime pas",
      relations: "abonnements, blocages et sourdines",
    },
    receiptDownload: "Télécharger le reçu",
    receiptNote: "Il est signé par cette installation.",
    receiptCheck: "Vérifier un reçu",
  },
  receipt: {
    title: "Vérifier un reçu",
    intro:
      "Qui supprime son compte ici reçoit un reçu signé de ce qui a été effacé. Cette page dit si un reçu est vrai, et ce qu’il dit.",
    content: "Le reçu",
    placeholder: "Déposez le fichier ici, ou collez son contenu.",
    open: "Ouvrir un fichier",
    check: "Le vérifier",
    signed: "Cette installation l’a signé, et rien n’y a changé depuis",
    says: (installation: string, requested: string, erased: string) =>
      `${installation} a effacé un compte le ${erased}. Son propriétaire l’avait demandé le ${requested}.`,
    account: "Compte",
    key: "Clé qui l’a signé",
    alone: "Sans ce serveur, le programme le vérifie seul :",
  },
};

export const dataProblems = {
  export_in_progress: "Un export est déjà en cours. Attendez qu’il soit prêt, ou supprimez-le d’abord.",
  export_not_found: "Cet export n’existe plus : il a expiré ou a été supprimé. Demandez-en un nouveau.",
  export_not_ready: "Cet export n’est pas encore prêt. Attendez un instant.",
  confirmation_failed:
    "Cela n’a pas confirmé que c’est bien vous. Retapez votre mot de passe, ou utilisez votre clé d’accès.",
  account_closed: "Votre compte est fermé. Rouvrez-le d’abord.",
  account_not_closed: "Ce compte est déjà ouvert.",
  account_being_erased: "Le délai de grâce est écoulé : ce compte est en cours d’effacement.",
  last_administrator: "Vous êtes seul à administrer. Donnez d’abord ce rôle à quelqu’un d’autre.",
  erasure_not_found: "Ce lien ne mène nulle part. Vérifiez qu’il est entier.",
  receipt_not_ready: "Il n’y a pas encore de reçu : il est signé une fois que tout est effacé.",
  receipt_invalid: "Ce n’est pas un reçu de cette installation, ou il a été modifié.",
};
