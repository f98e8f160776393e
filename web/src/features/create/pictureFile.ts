/** Kinds of files that a film can start from. */
export const pictureKinds = ["image/png", "image/jpeg", "image/webp"] as const;

/** Most bytes of such a file, as the server takes them. */
export const pictureMaxBytes = 20 * 1024 * 1024;

/** Why a file cannot be taken, by the server's own codes; null when it can as far as is known here. */
export function problemWith(file: Pick<File, "type" | "size">): string | null {
  if (!(pictureKinds as readonly string[]).includes(file.type)) return "first_image_invalid";
  return file.size > pictureMaxBytes ? "first_image_too_large" : null;
}

/** True while something is dragged that could be a picture: browsers tell names and sizes only once it is dropped. */
export function mayHoldPicture(data: Pick<DataTransfer, "items"> | null): boolean {
  return (
    data !== null && [...data.items].some((item) => item.kind === "file" && item.type.startsWith("image/"))
  );
}

/** The first picture among what was dropped or pasted; null where it is text or other files, which go where they always go. */
export function pictureIn(data: Pick<DataTransfer, "files"> | null): File | null {
  return data === null ? null : ([...data.files].find((file) => file.type.startsWith("image/")) ?? null);
}

/** A file's name without its extension. */
export function nameOf(file: Pick<File, "name">): string {
  return file.name.replace(/\.[^.]*$/, "");
}
