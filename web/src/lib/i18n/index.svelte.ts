import { locales, type Dictionary, type Locale } from "./dictionary";
import { en } from "./en";
import { fr } from "./fr";

const dictionaries: Record<Locale, Dictionary> = { en, fr };
const manifests: Record<Locale, string> = {
  en: "/manifest.webmanifest",
  fr: "/manifest.fr.webmanifest",
};
const storageKey = "lucarne.locale";

/** The first language of `preferred` (BCP 47 tags, best first) that there is a dictionary for; English otherwise. */
export function localeFor(preferred: readonly string[]): Locale {
  for (const tag of preferred) {
    const language = tag.toLowerCase().split("-")[0];
    const match = locales.find((locale) => locale === language);
    if (match) return match;
  }
  return "en";
}

class I18n {
  #locale = $state<Locale>("en");
  readonly t: Dictionary = $derived(dictionaries[this.#locale]);

  constructor() {
    const stored = localStorage.getItem(storageKey);
    this.#apply(localeFor([...(stored ? [stored] : []), ...navigator.languages]));
  }

  get locale(): Locale {
    return this.#locale;
  }

  /** The language as the device writes dates and numbers in it: `en-GB`, `fr-CA`; the plain language where the device names no region for it. */
  get region(): string {
    return (
      navigator.languages.find((tag) => tag.toLowerCase().split("-")[0] === this.#locale) ?? this.#locale
    );
  }

  /** Switches the language and keeps the choice on this device. */
  choose(locale: Locale): void {
    localStorage.setItem(storageKey, locale);
    this.#apply(locale);
  }

  number(value: number, options?: Intl.NumberFormatOptions): string {
    return new Intl.NumberFormat(this.region, options).format(value);
  }

  /** "3 minutes ago", "il y a 3 minutes"; a plain date from a week on. */
  ago(time: string, now: number = Date.now()): string {
    const seconds = (new Date(time).getTime() - now) / 1000;
    const units: [Intl.RelativeTimeFormatUnit, number][] = [
      ["day", 86_400],
      ["hour", 3_600],
      ["minute", 60],
      ["second", 1],
    ];
    if (Math.abs(seconds) > 7 * 86_400) return this.date(time);
    const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
    return new Intl.RelativeTimeFormat(this.region, { numeric: "auto" }).format(
      Math.round(seconds / size),
      unit,
    );
  }

  date(time: string): string {
    return new Intl.DateTimeFormat(this.region, { dateStyle: "long" }).format(new Date(time));
  }

  bytes(size: number): string {
    const [value, unit] =
      size >= 1e9
        ? [size / 1e9, "gigabyte"]
        : size >= 1e6
          ? [size / 1e6, "megabyte"]
          : [size / 1e3, "kilobyte"];
    return this.number(value, { style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0 });
  }

  #apply(locale: Locale): void {
    this.#locale = locale;
    document.documentElement.lang = locale;
    // What the installed app is called by its system, and its shortcuts.
    document.querySelector<HTMLLinkElement>('link[rel="manifest"]')?.setAttribute("href", manifests[locale]);
  }
}

export const i18n = new I18n();
export { locales, type Locale };
