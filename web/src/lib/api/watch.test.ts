// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Generation, GenerationStatus } from "./types";

const get = vi.hoisted(() => vi.fn());
vi.mock("./endpoints", () => ({ generations: { get, eventsUrl: (id: string) => `/events/${id}` } }));
const { watchGeneration } = await import("./watch");

/** Stands where the browser's EventSource does; the test plays the server. */
class Wire extends EventTarget {
  static readonly all: Wire[] = [];
  closed = false;
  constructor(readonly url: string) {
    super();
    Wire.all.push(this);
  }
  close() {
    this.closed = true;
  }
  tell(generation: Generation) {
    this.dispatchEvent(new MessageEvent("generation", { data: JSON.stringify(generation) }));
  }
  cut() {
    this.dispatchEvent(new Event("error"));
  }
}

function generation(status: GenerationStatus, progress: number): Generation {
  return { id: "g", status, progress } as Generation;
}

function watch() {
  const seen: number[] = [];
  const connection: boolean[] = [];
  const stop = watchGeneration("g", {
    onSnapshot: (snapshot) => seen.push(snapshot.progress),
    onConnection: (connected) => connection.push(connected),
  });
  return { seen, connection, stop };
}

function wire(): Wire {
  const last = Wire.all.at(-1);
  if (!last) throw new Error("Nothing listens.");
  return last;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", Wire);
  Wire.all.length = 0;
  get.mockReset();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("following a generation", () => {
  it("passes on what the server sends and hangs up at the end", () => {
    const { seen } = watch();
    wire().tell(generation("in_progress", 0.5));
    wire().tell(generation("completed", 1));
    expect(seen).toEqual([0.5, 1]);
    expect(wire().closed).toBe(true);
  });

  it("asks again and again while events do not come through, then listens once more", async () => {
    const { seen } = watch();
    get.mockResolvedValue({ ok: true, value: generation("in_progress", 0.2) });
    wire().cut();
    await vi.advanceTimersByTimeAsync(3500);
    expect(seen.length).toBeGreaterThanOrEqual(3);
    await vi.advanceTimersByTimeAsync(3000);
    expect(Wire.all).toHaveLength(2);
    wire().tell(generation("completed", 1));
    expect(seen.at(-1)).toBe(1);
  });

  it("says so while the server cannot be reached, and when it can again", async () => {
    const { connection } = watch();
    get.mockResolvedValueOnce({ ok: false, problem: { status: 0, code: "network" } });
    get.mockResolvedValue({ ok: true, value: generation("in_progress", 0.4) });
    wire().cut();
    await vi.advanceTimersByTimeAsync(1500);
    expect(connection).toEqual([false, true]);
  });

  it("gives up on a generation that is gone", async () => {
    watch();
    get.mockResolvedValue({ ok: false, problem: { status: 404, code: "generation_not_found" } });
    wire().cut();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(get).toHaveBeenCalledTimes(1);
    expect(Wire.all).toHaveLength(1);
  });

  it("is silent once it was stopped", () => {
    const { seen, stop } = watch();
    stop();
    wire().tell(generation("in_progress", 0.9));
    expect(seen).toEqual([]);
    expect(wire().closed).toBe(true);
  });
});
