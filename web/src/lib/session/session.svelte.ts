import { accounts, instance } from "$lib/api/endpoints";
import { onUnauthorised } from "$lib/api/client";
import type { Problem, Result } from "$lib/api/problem";
import type { Instance, Me } from "$lib/api/types";
import { preferences } from "./preferences.svelte";
import { forgetKept } from "$lib/offline";

type State = "loading" | "signed-in" | "signed-out" | "unreachable";

/** Who is signed in on this device, and what server this is. */
class Session {
  #state = $state<State>("loading");
  #me = $state<Me | null>(null);
  #instance = $state<Instance | null>(null);
  #problem = $state<Problem | null>(null);
  #endedByServer = $state(false);

  constructor() {
    onUnauthorised(() => {
      if (this.#state === "signed-in") {
        this.#endedByServer = true;
        this.#leave();
      }
    });
  }

  get state(): State {
    return this.#state;
  }
  get me(): Me | null {
    return this.#me;
  }
  get instance(): Instance | null {
    return this.#instance;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  /** The session was ended by the server while the person was using it. */
  get endedByServer(): boolean {
    return this.#endedByServer;
  }

  async start(): Promise<void> {
    const [server, me] = await Promise.all([instance.get(), accounts.me()]);
    if (!server.ok) {
      this.#problem = server.problem;
      this.#state = "unreachable";
      return;
    }
    this.#instance = server.value;
    this.#problem = null;
    if (me.ok) this.enter(me.value);
    else this.#leave();
  }

  enter(me: Me): void {
    this.#me = me;
    preferences.enter(me);
    this.#endedByServer = false;
    this.#state = "signed-in";
    if (this.#instance) this.#instance = { ...this.#instance, firstRun: false };
  }

  async signOut(): Promise<Result<undefined>> {
    const result = await accounts.signOut();
    if (result.ok) this.#leave();
    return result;
  }

  /** Reads the unread count again after drafts came or were watched. */
  async refresh(): Promise<void> {
    const me = await accounts.me();
    if (me.ok) this.#me = me.value;
  }

  /** Shows a new name, handle, picture or mark everywhere. */
  renamed(who: Partial<Pick<Me, "handle" | "displayName" | "pictureUrl" | "verified">>): void {
    if (this.#me) this.#me = { ...this.#me, ...who };
  }

  draftWatched(): void {
    if (this.#me) this.#me = { ...this.#me, unreadDrafts: Math.max(0, this.#me.unreadDrafts - 1) };
  }

  #leave(): void {
    this.#me = null;
    this.#state = "signed-out";
    forgetKept();
  }
}

export const session = new Session();
