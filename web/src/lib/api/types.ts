/** Shapes of the HTTP API, under the names that the pages use. */

export type GenerationStatus = "queued" | "in_progress" | "completed" | "failed" | "cancelled";

export interface Instance {
  name: string;
  version: string;
  signUpsOpen: boolean;
  firstRun: boolean;
  engines: Engine[];
  limits: { promptMaxCharacters: number; secondsMin: number; secondsMax: number };
}

export interface Engine {
  id: string;
  name: string;
  sizes: string[];
  minSeconds: number;
  maxSeconds: number;
}

export interface Me {
  id: string;
  handle: string;
  displayName: string;
  administrator: boolean;
  locale: string | null;
  unreadDrafts: number;
}

export interface HandleAvailability {
  available: boolean;
  reason?: string | null;
}

export interface UnderstoodSpan {
  start: number;
  length: number;
  kind: string;
  concept: string;
}

export interface NotUnderstoodSpan {
  start: number;
  length: number;
  text: string;
  reason: string;
}

export interface Shot {
  startSeconds: number;
  endSeconds: number;
  setting?: string | null;
  timeOfDay?: string | null;
  weather?: string | null;
}

export interface Screenplay {
  prompt: string;
  language: string;
  seconds: number;
  shots: Shot[];
  understood: UnderstoodSpan[];
  notUnderstood: NotUnderstoodSpan[];
}

export interface Generation {
  id: string;
  draftId: string | null;
  status: GenerationStatus;
  prompt: string;
  progress: number;
  etaSeconds: number | null;
  queuePosition: number | null;
  width: number;
  height: number;
  fps: number;
  seconds: number;
  seed: number;
  engine: string;
  screenplay: Screenplay | null;
  stream: { playlistUrl: string; readySeconds: number } | null;
  failure: { code: string; message: string } | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

export interface Video {
  id: string;
  width: number;
  height: number;
  fps: number;
  seconds: number;
  mp4Url: string;
  hlsUrl: string;
  previewUrl: string;
  thumbnailUrl: string;
  contactSheetUrl: string;
  sizeBytes: number;
  sha256: string;
}

export interface Draft {
  id: string;
  generation: Generation;
  video: Video | null;
  read: boolean;
  createdAt: string;
}

export interface Post {
  id: string;
  author: { handle: string; displayName: string };
  title: string | null;
  caption: string | null;
  altText: string | null;
  prompt: string;
  screenplaySummary: string | null;
  video: Video;
  visibility: "public" | "unlisted";
  createdAt: string;
  shareUrl: string;
  mine: boolean;
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface GenerationRequest {
  prompt: string;
  seconds: number;
  size: string;
  fps?: number;
  seed?: number;
  engine?: string;
}

export interface PublishRequest {
  title?: string;
  caption?: string;
  altText?: string;
  visibility: "public" | "unlisted";
}
