import { describe, expect, it } from "vitest";
import { hueOf, initialsOf } from "./avatar";

describe("an avatar without a picture", () => {
  it.each([
    ["Ada Lovelace", "AL"],
    ["ada", "A"],
    ["Ada de la Tour", "AT"],
    ["élodie", "É"],
    ["🌙 luna", "L"],
    ["🌙", "?"],
  ])("shows the initials of %s", (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it("keeps the colour of its handle, and others have others", () => {
    expect(hueOf("ada")).toBe(hueOf("ada"));
    expect(new Set(["ada", "brook", "cleo", "dara", "emil"].map(hueOf)).size).toBe(5);
  });
});
