export const dataProblems = {
  export_in_progress: "Un export est déjà en cours. Attendez qu’il soit prêt, ou supprimez-le d’abord.",
  export_not_found: "Cet export n’existe plus : il a expiré ou a été supprimé. Demandez-en un nouveau.",
  export_not_ready: "Cet export n’est pas encore prêt. Attendez un instant.",
};
