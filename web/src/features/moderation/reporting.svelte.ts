import type { ReportTargetKind } from "$lib/api/types";

/** What is being reported; the dialog is on whatever page is open. */
class Reporting {
  #target = $state<{ kind: ReportTargetKind; target: string } | null>(null);

  get target(): { kind: ReportTargetKind; target: string } | null {
    return this.#target;
  }

  /** Opens the dialog. `target` is an id, or the handle of an account. */
  open(kind: ReportTargetKind, target: string): void {
    this.#target = { kind, target };
  }

  close(): void {
    this.#target = null;
  }
}

export const reporting = new Reporting();
