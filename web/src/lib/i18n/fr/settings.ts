export const settingsProblems = {
  settings_changed:
    "Un autre appareil a modifié vos réglages. Ils viennent d’être relus ; refaites votre changement.",
  break_invalid: "Choisissez de 5 à 600 minutes, ou aucun rappel.",
};
