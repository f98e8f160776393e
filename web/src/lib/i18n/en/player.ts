export const player = {
  player: {
    play: "Play",
    pause: "Pause",
    mute: "Mute",
    unmute: "Unmute",
    tapForSound: "Tap for sound",
    seek: "Position",
    fullscreen: "Full screen",
    loading: "Loading the video",
    failed: "The video cannot be played.",
    clock: (now: string, end: string) => `${now} of ${end}`,
    videoOf: (prompt: string) => `Video: ${prompt}`,
  },
};
