export const settingsProblems = {
  settings_changed:
    "Another device has changed your settings. They have been read again; change what you meant to.",
  break_invalid: "Choose 5 to 600 minutes, or no reminder.",
};
