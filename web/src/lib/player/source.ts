import type Hls from "hls.js";

export type Source =
  /** A finished file. */
  | { kind: "file"; url: string }
  /** An HLS playlist, which may still be growing. */
  | { kind: "hls"; url: string };

/** Fetches the HLS library ahead of its first use, where it is needed at all. */
export function prepareHls(): void {
  // A failure shows when the library is used.
  if (needsHlsLibrary()) import("hls.js/light").catch(() => undefined);
}

/** Points a video element at a source. The answer lets go of it. */
export function attachSource(video: HTMLVideoElement, source: Source, onFatal: () => void): () => void {
  if (source.kind === "file" || !needsHlsLibrary()) {
    const failed = () => onFatal();
    video.addEventListener("error", failed);
    video.src = source.url;
    return () => {
      video.removeEventListener("error", failed);
      release(video);
    };
  }

  let hls: Hls | null = null;
  let detached = false;
  let recovered = false;
  import("hls.js/light")
    .then(({ default: Library }) => {
      if (detached) return;
      hls = new Library({
        // From the first second on, however much is there already; the default is the live edge.
        startPosition: 0,
        backBufferLength: Number.POSITIVE_INFINITY,
        // The server's content security policy allows no blob: workers; films are short.
        enableWorker: false,
      });
      hls.on(Library.Events.ERROR, (_, data) => {
        if (!data.fatal || !hls) return;
        if (data.type === Library.ErrorTypes.MEDIA_ERROR && !recovered) {
          recovered = true;
          hls.recoverMediaError();
        } else {
          onFatal();
        }
      });
      hls.loadSource(source.url);
      hls.attachMedia(video);
    })
    .catch(onFatal);
  return () => {
    detached = true;
    hls?.destroy();
    release(video);
  };
}

/**
 * The library plays wherever media source extensions are; what has none (iPhones) plays HLS by itself.
 * `canPlayType` is no guide: Chromium says "maybe" and then gives up on a playlist that still grows.
 */
function needsHlsLibrary(): boolean {
  return "MediaSource" in window;
}

function release(video: HTMLVideoElement): void {
  video.removeAttribute("src");
  video.load();
}
