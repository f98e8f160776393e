import { settings as calls } from "$lib/api/endpoints";
import type { Result } from "$lib/api/problem";
import type { AccountSettings, Me } from "$lib/api/types";
import { i18n } from "$lib/i18n/index.svelte";
import { sound } from "$lib/player/sound.svelte";
import { toasts } from "$lib/ui/toasts.svelte";

const themeKey = "lucarne.theme";
const motionKey = "lucarne.motion";
const watchedKey = "lucarne.watched";
const lightSystem = matchMedia("(prefers-color-scheme: light)");
const stillSystem = matchMedia("(prefers-reduced-motion: reduce)");

/** What holds for those who are signed out. */
const defaults: AccountSettings = {
  locale: "en",
  autoplay: true,
  soundAtStart: true,
  dataSaver: false,
  captions: true,
  reducedMotion: "system",
  theme: "system",
  showLikes: false,
  messagesFrom: "mutuals",
  discoverable: true,
  breakAfterMinutes: 0,
};

/** The account's settings, and how the page follows them. Theme and motion are kept on the device, too: the next page is right before anything is asked of the server. */
class Preferences {
  #settings = $state.raw<AccountSettings>({
    ...defaults,
    theme: stored(themeKey, ["system", "dark", "light"]),
    reducedMotion: stored(motionKey, ["system", "on", "off"]),
  });
  #systemSavesData = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

  constructor() {
    lightSystem.addEventListener("change", () => this.#show());
    stillSystem.addEventListener("change", () => this.#show());
    setInterval(() => this.#countMinute(), 60_000);
  }

  get settings(): AccountSettings {
    return this.#settings;
  }

  /** Load nothing before it is needed. */
  get savesData(): boolean {
    return this.#settings.dataSaver || this.#systemSavesData;
  }

  /** Keep movement small. */
  get still(): boolean {
    const { reducedMotion } = this.#settings;
    return reducedMotion === "on" || (reducedMotion === "system" && stillSystem.matches);
  }

  /** Takes the settings of who has just come in. */
  enter(me: Me): void {
    this.#settings = me.settings;
    i18n.choose(me.settings.locale === "fr" ? "fr" : "en");
    sound.begin(me.settings.soundAtStart);
    this.#show();
  }

  /** Changes some settings: on the page at once, on the server next; taken back where that refuses. */
  async change(wanted: Partial<AccountSettings>): Promise<Result<AccountSettings>> {
    const before = this.#settings;
    this.#settings = { ...before, ...wanted };
    this.#show();
    const result = await calls.change(this.#settings);
    if (!result.ok) {
      this.#settings = before;
      this.#show();
    }
    return result;
  }

  /** Counts the minutes of watching in a day on this device, and proposes a break when the account asked for one. */
  #countMinute(): void {
    const watching =
      document.visibilityState === "visible" &&
      Array.from(document.querySelectorAll("video")).some((video) => !video.paused);
    if (!watching) return;
    const today = new Date().toDateString();
    const [day, count] = (localStorage.getItem(watchedKey) ?? "").split("|");
    const minutes = (day === today ? Number(count) || 0 : 0) + 1;
    localStorage.setItem(watchedKey, `${today}|${minutes}`);
    const after = this.#settings.breakAfterMinutes;
    if (after > 0 && minutes % after === 0) toasts.show(i18n.t.settings.breakTime(minutes));
  }

  #show(): void {
    const { theme, reducedMotion } = this.#settings;
    const root = document.documentElement;
    const shown = theme === "system" ? (lightSystem.matches ? "light" : "dark") : theme;
    root.dataset["theme"] = shown;
    root.dataset["motion"] = reducedMotion;
    document.querySelector('meta[name="color-scheme"]')?.setAttribute("content", shown);
    const ground = getComputedStyle(root).getPropertyValue("--ground").trim();
    if (ground) document.querySelector('meta[name="theme-color"]')?.setAttribute("content", ground);
    localStorage.setItem(themeKey, theme);
    localStorage.setItem(motionKey, reducedMotion);
  }
}

function stored<Value extends string>(key: string, values: readonly [Value, ...Value[]]): Value {
  const kept = localStorage.getItem(key);
  return values.find((value) => value === kept) ?? values[0];
}

export const preferences = new Preferences();
