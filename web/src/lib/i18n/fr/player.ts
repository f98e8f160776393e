import type { player as english } from "../en/player";

export const player: typeof english = {
  player: {
    play: "Lire",
    pause: "Pause",
    mute: "Couper le son",
    unmute: "Remettre le son",
    tapForSound: "Toucher pour le son",
    seek: "Position",
    fullscreen: "Plein écran",
    loading: "Chargement de la vidéo",
    failed: "La vidéo ne peut pas être lue.",
    clock: (now, end) => `${now} sur ${end}`,
    videoOf: (prompt) => `Vidéo : ${prompt}`,
  },
};
