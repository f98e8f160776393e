import { describe, expect, it } from "vitest";
import { filterQuery, noFilters, readFilters } from "./filters";

describe("what is left out of a feed", () => {
  it("is nothing where nothing sensible is kept", () => {
    for (const kept of [null, "", "null", "[1]", '{"since":"year","originals":"yes"}'])
      expect(readFilters(kept)).toEqual(noFilters);
  });

  it("is kept as it was chosen", () => {
    const chosen = { originals: true, since: "week", unseen: true } as const;
    expect(readFilters(JSON.stringify(chosen))).toEqual(chosen);
  });

  it("is asked of the server, what was seen only where it means something", () => {
    const all = { originals: true, since: "day", unseen: true } as const;
    expect(filterQuery(noFilters, "latest", true)).toEqual({});
    expect(filterQuery(all, "latest", true)).toEqual({ originals: true, since: "day", unseen: true });
    expect(filterQuery(all, "latest", false)).toEqual({ originals: true, since: "day" });
    expect(filterQuery(all, "for_you", true)).toEqual({ originals: true, since: "day" });
  });
});
