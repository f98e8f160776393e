export const accounts = {
  signUp: {
    pageTitle: "Create your account",
    firstRunTitle: "Set up this server",
    firstRunText: "Nobody has an account here yet. You will be the administrator.",
    closedTitle: "Sign-ups are closed",
    closedText:
      "The administrator of this server takes no new accounts at the moment. You can still watch the feed.",
    handle: "Handle",
    handleHint: "Letters, digits, _ and dots. It is how others find you.",
    handleChecking: "Checking…",
    handleAvailable: (handle: string) => `@${handle} is free.`,
    handleTaken: (handle: string) => `@${handle} is taken.`,
    handleInvalid:
      "3 to 30 letters (a to z), digits, _ or single dots, with at least one letter and no dot at either end.",
    displayName: "Name",
    displayNameHint: "What people see beside your films.",
    password: "Password",
    passwordHint: (min: number) => `At least ${min} characters. A few unrelated words work well.`,
    passwordShort: (min: number) => `A little longer: at least ${min} characters.`,
    showPassword: "Show password",
    hidePassword: "Hide password",
    withPasskey: "Continue with a passkey",
    passkeyHint: "Your device signs you in with your fingerprint, face or PIN. Nothing to remember.",
    withPassword: "Use a password instead",
    submit: "Create account",
    haveAccount: "Already have an account?",
  },
  signIn: {
    pageTitle: "Welcome back",
    withPasskey: "Sign in with a passkey",
    or: "or",
    submit: "Sign in",
    noAccount: "New here?",
    reason: "Sign in to create and to see your drafts.",
  },
  passkey: {
    cancelled: "The passkey was not confirmed. Try again, or use a password.",
    unsupported:
      "This browser or address cannot use passkeys (they need https or localhost). Use a password.",
    exists: "This device already holds a passkey for that account.",
  },
};
