import { describe, expect, it } from "vitest";
import { nearestSize, parseSize, sizesOf } from "./sizes";

const offered = sizesOf(["720x1280", "360x640", "1280x720", "480x480", "junk", "0x10"]);

describe("sizes", () => {
  it("are named by their shorter side and lie as they lie", () => {
    expect(parseSize("720x1280")).toMatchObject({ orientation: "portrait", lines: 720 });
    expect(parseSize("1280x720")).toMatchObject({ orientation: "landscape", lines: 720 });
    expect(parseSize("480x480")).toMatchObject({ orientation: "square", lines: 480 });
  });

  it("leave out what is not a size", () => {
    expect(offered.map((size) => size.text)).not.toContain("junk");
    expect(offered).toHaveLength(4);
  });

  it("fall to the nearest quality that the orientation is offered in", () => {
    expect(nearestSize(offered, "portrait", 700)?.text).toBe("720x1280");
    expect(nearestSize(offered, "portrait", 100)?.text).toBe("360x640");
    expect(nearestSize(offered, "landscape", 360)?.text).toBe("1280x720");
  });

  it("fall to another orientation when the wanted one is not offered", () => {
    expect(nearestSize(sizesOf(["640x360"]), "square", 360)?.text).toBe("640x360");
    expect(nearestSize([], "square", 360)).toBeNull();
  });
});
