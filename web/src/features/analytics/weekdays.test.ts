import { describe, expect, it } from "vitest";
import { byWeekday, weekdayNames } from "./weekdays";

describe("views by day of the week", () => {
  it("add up the same days of different weeks, Monday first", () => {
    const days = [
      { date: "2026-11-16", views: 3 },
      { date: "2026-11-22", views: 5 },
      { date: "2026-11-23", views: 4 },
    ];
    expect(byWeekday(days)).toEqual([7, 0, 0, 0, 0, 0, 5]);
  });

  it("are named in the reader's language", () => {
    expect(weekdayNames("en-GB")[0]).toBe("Monday");
    expect(weekdayNames("fr-FR")[6]).toBe("dimanche");
  });
});
