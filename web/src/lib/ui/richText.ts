import type { TextFacet } from "$lib/api/types";

export interface TextPart {
  readonly text: string;
  /** Where it leads; null for plain text. */
  readonly href: string | null;
  /** True for an address outside. */
  readonly external: boolean;
}

/** Cuts a text where its facets begin and end. Facets that do not fit the text are left out. */
export function split(text: string, facets: readonly TextFacet[]): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  const plain = (until: number) => {
    if (until > at) parts.push({ text: text.slice(at, until), href: null, external: false });
  };
  for (const facet of [...facets].sort((a, b) => a.start - b.start)) {
    const end = facet.start + facet.length;
    if (facet.start < at || facet.length <= 0 || end > text.length) continue;
    const href = hrefOf(facet);
    if (href === null) continue;
    plain(facet.start);
    parts.push({ text: text.slice(facet.start, end), href, external: facet.kind === "link" });
    at = end;
  }
  plain(text.length);
  return parts;
}

function hrefOf(facet: TextFacet): string | null {
  switch (facet.kind) {
    case "mention":
      return `/@${encodeURIComponent(facet.value)}`;
    case "tag":
      return `/search?q=${encodeURIComponent(`#${facet.value}`)}`;
    case "link":
      return /^https?:\/\//.test(facet.value) ? facet.value : null;
  }
}
