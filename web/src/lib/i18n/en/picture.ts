export const picture = {
  picture: {
    title: "A picture to start from",
    needed: "This engine needs a picture to start from.",
    hint: "PNG, JPEG or WebP, up to 20 MB. Drop it here, paste it, or choose a file.",
    drop: "Drop it here",
    choose: "Choose a picture",
    fromFilm: "From one of my films",
    earlier: "Earlier pictures",
    earlierHint: "Pictures that your films have started from, and those of the last 24 hours.",
    earlierEmpty: "None yet. What you start a film from can be used again here.",
    earlierOne: (number: number) => `Earlier picture ${String(number)}`,
    frameRights:
      "By choosing a frame you confirm that you hold the rights to it, and that the people in it agree.",
    replace: "Another one",
    remove: "Remove the picture",
    preview: (name: string) =>
      name === ""
        ? "The picture that the film starts from"
        : `The picture that the film starts from: ${name}`,
    how: "The film opens on it, and its light and colours carry over.",
    confirm: "I hold the rights to this picture, and everyone who can be recognised in it agrees.",
    confirmFirst: "Confirm this first. The picture leaves this device only then.",
    sending: "Sending the picture…",
    sent: "The picture is ready.",
    again: "Send it again",
    startsFrom: "Started from this picture",
    startsFromAlt: "The picture that this film started from",
    credited: "Starts from a picture that its author gave",
  },
};

/** Refusals of pictures to start from, by code. */
export const pictureProblems = {
  continuing_not_supported: "This engine cannot go on from a video. Choose another one.",
  engine_refused: "The engine cannot make that. Choose other settings, or another engine.",
  first_image_invalid: "This picture cannot be read. Take a PNG, JPEG or WebP of at most 40 megapixels.",
  first_image_needed:
    "This engine starts from a picture. Add one, or choose an engine that needs words alone.",
  first_image_not_found: "The picture is gone: it waited too long, or was deleted. Add it again.",
  first_image_not_supported: "This engine cannot start from a picture. Remove it, or choose another engine.",
  first_image_rights_needed:
    "Confirm that you hold the rights to this picture and that the people in it agree, or take another one.",
  first_image_too_large: "This file is too large. A picture has at most 20 MB.",
  first_image_too_small: "This picture is too small. It takes at least 64 pixels each way.",
  last_image_needed: "This engine goes from one picture to another. Choose one that needs words alone.",
  last_image_not_supported: "This engine cannot end with a picture. Choose another one.",
  picture_unreadable: "The picture could not be read. Add it again, as PNG, JPEG or WebP.",
  references_not_supported: "This engine takes no such pictures. Choose another one.",
};
