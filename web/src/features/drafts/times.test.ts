import { describe, expect, it } from "vitest";
import { asLocalInput, nextHour, timeToPropose } from "./times";

describe("times of publication", () => {
  it("are written as the field takes them, and read back as the same moment", () => {
    const time = new Date(2027, 0, 5, 9, 7);
    expect(asLocalInput(time)).toBe("2027-01-05T09:07");
    expect(new Date(asLocalInput(time)).getTime()).toBe(time.getTime());
  });

  it("are offered on the hour, at least half an hour ahead", () => {
    expect(asLocalInput(nextHour(new Date(2027, 0, 5, 9, 7)))).toBe("2027-01-05T10:00");
    expect(asLocalInput(nextHour(new Date(2027, 0, 5, 9, 45)))).toBe("2027-01-05T11:00");
    expect(asLocalInput(nextHour(new Date(2027, 11, 31, 23, 50)))).toBe("2028-01-01T01:00");
  });

  it("start from the time that is set while it is to come", () => {
    const now = new Date(2027, 0, 5, 9, 7);
    expect(timeToPropose({ publishAt: "2027-03-01T12:00:00Z" }, now)).toEqual(
      new Date("2027-03-01T12:00:00Z"),
    );
    expect(timeToPropose({ publishAt: "2026-12-31T12:00:00Z" }, now)).toEqual(nextHour(now));
    expect(timeToPropose(null, now)).toEqual(nextHour(now));
  });
});
