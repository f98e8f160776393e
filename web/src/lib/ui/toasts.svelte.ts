export interface Toast {
  id: number;
  text: string;
  tone: "calm" | "trouble";
  action?: { label: string; href: string };
}

const shownMs = 6000;

/** Short messages at the edge of the screen, read out by screen readers. */
class Toasts {
  #items = $state<Toast[]>([]);
  #nextId = 0;

  get items(): readonly Toast[] {
    return this.#items;
  }

  show(text: string, options: Partial<Pick<Toast, "tone" | "action">> = {}): void {
    const id = this.#nextId++;
    this.#items = [...this.#items.slice(-2), { id, text, tone: "calm", ...options }];
    setTimeout(() => this.dismiss(id), shownMs);
  }

  trouble(text: string): void {
    this.show(text, { tone: "trouble" });
  }

  dismiss(id: number): void {
    this.#items = this.#items.filter((toast) => toast.id !== id);
  }
}

export const toasts = new Toasts();
