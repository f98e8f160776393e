import type { en } from "./en";

/** What a language has to say: a key that is missing or misspelt in one fails the type check. */
export type Dictionary = typeof en;
export type Locale = "en" | "fr";
export const locales: readonly Locale[] = ["en", "fr"];
