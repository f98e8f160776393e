export const downloads = {
  downloads: {
    title: "Download",
    film: "The film",
    filmHint: (size: string, weight: string) => `MP4 · ${size} · ${weight}`,
    small: "The film, small",
    smallHint: "MP4 · a megabyte at most",
    endCard: "The film with an end card",
    endCardHint: (handle: string) => `MP4 · two seconds more: @${handle}, and the link as a QR code`,
    animated: "A moving picture",
    animatedHint: "GIF · the first five seconds, without sound",
    preparing: "Being prepared…",
    captions: "Captions",
    captionsAs: (name: string, format: string) => `${name}, as ${format}`,
    spoken: "As spoken in the film",
    nobody: "Its author keeps downloads of this film to themselves.",
    followersOnly: "Its author lets followers download this film.",
    audience: "Who may download it",
  },
};

/** Refusals of downloads and embeds. */
export const downloadsProblems = {
  download_not_allowed: "Its author keeps downloads of this film to others, or to none.",
  download_kind_unknown: "There is no such file of this film.",
  renditions_busy: "Many files are being prepared. Try again in a few seconds.",
  rendition_failed: "This file could not be made. The film itself can still be downloaded.",
  embed_address_unknown: "This is not the address of a film of this server.",
  embed_size_invalid: "A player is at least 100 pixels wide and high.",
  embed_format_not_supported: "Only JSON is offered.",
  captions_format_unknown: "Captions come as VTT or SRT.",
};
