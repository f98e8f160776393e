import { describe, expect, it } from "vitest";
import { mayHoldPicture, nameOf, pictureIn, pictureMaxBytes, problemWith } from "./pictureFile";

const file = (name: string, type: string) => new File(["x"], name, { type });
const files = (...list: File[]) => ({ files: list as unknown as FileList });
const items = (...list: { kind: string; type: string }[]) => ({
  items: list as unknown as DataTransferItemList,
});

describe("files that a film could start from", () => {
  it("are PNG, JPEG and WebP, and no other kind", () => {
    expect(problemWith({ type: "image/png", size: 9 })).toBeNull();
    expect(problemWith({ type: "image/jpeg", size: 9 })).toBeNull();
    expect(problemWith({ type: "image/webp", size: 9 })).toBeNull();
    for (const type of ["image/svg+xml", "image/gif", "image/heic", "video/mp4", "text/html", ""])
      expect(problemWith({ type, size: 9 })).toBe("first_image_invalid");
  });

  it("have at most 20 MB", () => {
    expect(problemWith({ type: "image/png", size: pictureMaxBytes })).toBeNull();
    expect(problemWith({ type: "image/png", size: pictureMaxBytes + 1 })).toBe("first_image_too_large");
  });

  it("are found among what is pasted or dropped, and text is left alone", () => {
    const photo = file("photo.jpg", "image/jpeg");
    expect(pictureIn(files(file("notes.txt", "text/plain"), photo))).toBe(photo);
    expect(pictureIn(files(file("notes.txt", "text/plain")))).toBeNull();
    expect(pictureIn(files())).toBeNull();
    expect(pictureIn(null)).toBeNull();
  });

  it("are announced while they are dragged", () => {
    expect(mayHoldPicture(items({ kind: "file", type: "image/png" }))).toBe(true);
    expect(mayHoldPicture(items({ kind: "string", type: "text/plain" }))).toBe(false);
    expect(mayHoldPicture(items({ kind: "file", type: "application/pdf" }))).toBe(false);
    expect(mayHoldPicture(null)).toBe(false);
  });

  it("are named without their extension", () => {
    expect(nameOf({ name: "my.holiday.jpeg" })).toBe("my.holiday");
    expect(nameOf({ name: "sketch" })).toBe("sketch");
  });
});
