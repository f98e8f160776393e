import type { FeedAge, FeedTab } from "$lib/api/types";

/** What someone leaves out of their feeds. */
export interface Filters {
  /** Remixes are left out. */
  originals: boolean;
  /** How old films may be. */
  since: FeedAge;
  /** What was seen is left out of the lists that hide nothing by themselves; needs an account. */
  unseen: boolean;
}

export const noFilters: Filters = { originals: false, since: "any", unseen: false };

export const ages: readonly FeedAge[] = ["any", "day", "week", "month"];

/** Kept on this device so that the first request is right before anything is known of the account; public/early.js reads it, too. */
export const filtersKey = "lucarne.feed.filters";

export function readFilters(kept: string | null): Filters {
  try {
    const { originals, since, unseen } = JSON.parse(kept ?? "") as Partial<Filters>;
    return {
      originals: originals === true,
      since: ages.find((age) => age === since) ?? "any",
      unseen: unseen === true,
    };
  } catch {
    return noFilters;
  }
}

export function sameFilters(a: Filters, b: Filters): boolean {
  return a.originals === b.originals && a.since === b.since && a.unseen === b.unseen;
}

/** What a feed is asked for: nothing where nothing is left out, and always in this order, as public/early.js asks. */
export function filterQuery(filters: Filters, tab: FeedTab, signedIn: boolean) {
  return {
    ...(filters.originals ? { originals: true } : {}),
    ...(filters.since === "any" ? {} : { since: filters.since }),
    ...(filters.unseen && signedIn && tab !== "for_you" ? { unseen: true } : {}),
  };
}
