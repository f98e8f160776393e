import { generations } from "./endpoints";
import type { Generation, GenerationStatus } from "./types";

export interface Watcher {
  /** A newer state of the generation. */
  onSnapshot: (generation: Generation) => void;
  /** False while no news comes through, true again when it does. */
  onConnection?: (connected: boolean) => void;
}

const pollMs = 1000;
const reconnectMs = 4000;

export function isOver(status: GenerationStatus): boolean {
  return status === "completed" || status === "failed" || status === "cancelled";
}

/**
 * Follows a generation until it is over: by server-sent events, and by polling whenever those do not come through.
 * The answer stops it.
 */
export function watchGeneration(id: string, watcher: Watcher): () => void {
  let stopped = false;
  let events: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const take = (generation: Generation) => {
    if (stopped) return;
    watcher.onConnection?.(true);
    watcher.onSnapshot(generation);
    if (isOver(generation.status)) stop();
  };

  const poll = async () => {
    const result = await generations.get(id);
    if (stopped) return;
    if (result.ok) take(result.value);
    else if (result.problem.status >= 400 && result.problem.status < 500 && result.problem.status !== 429)
      stop();
    else watcher.onConnection?.(false);
  };

  const fallBack = (sinceMs = 0) => {
    if (stopped) return;
    events?.close();
    events = null;
    void poll().then(() => {
      if (stopped) return;
      timer = setTimeout(() => (sinceMs >= reconnectMs ? listen() : fallBack(sinceMs + pollMs)), pollMs);
    });
  };

  const listen = () => {
    events = new EventSource(generations.eventsUrl(id));
    events.addEventListener("generation", (event: MessageEvent<string>) => {
      take(JSON.parse(event.data) as Generation);
    });
    events.addEventListener("error", () => fallBack());
  };

  function stop() {
    stopped = true;
    clearTimeout(timer);
    events?.close();
  }

  listen();
  return stop;
}
