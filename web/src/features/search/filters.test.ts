import { describe, expect, it } from "vitest";
import { filtersOf, queryOf } from "./filters";

describe("filters of a search", () => {
  it("come back from the address as they went", () => {
    const filters = { shape: "square", window: "month", order: "newest" } as const;
    expect(filtersOf(new URLSearchParams(queryOf(filters)))).toEqual(filters);
  });

  it("leave no trace in the address when nothing is chosen, and ignore what they do not know", () => {
    expect(queryOf(filtersOf(new URLSearchParams("shape=round&order=")))).toEqual({});
  });
});
