import { describe, expect, it } from "vitest";
import type { Post } from "$lib/api/types";
import { captionsFor } from "./captions";

function film(languages: string[], own: string | null): Pick<Post, "captionTracks" | "video"> {
  return {
    captionTracks: languages.map((language) => ({ language, url: `/captions/${language}` })),
    video: { captionsUrl: own } as Post["video"],
  };
}

describe("captions", () => {
  it("come in the reader's language, and say that language", () => {
    expect(captionsFor(film(["de", "fr-CA"], null), "fr")).toEqual({
      url: "/captions/fr-CA",
      language: "fr-CA",
    });
  });

  it("come in another language where the reader's is missing, and do not pretend to be in the reader's", () => {
    expect(captionsFor(film(["de"], "/own"), "en")).toEqual({ url: "/captions/de", language: "de" });
  });

  it("are what the film itself says where nobody has written any", () => {
    expect(captionsFor(film([], "/own"), "en")).toEqual({ url: "/own", language: null });
    expect(captionsFor(film([], null), "en")).toBeNull();
  });
});
