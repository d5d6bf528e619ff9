import type { Saved } from './rows.ts';

/** How many installations are held ready to be read. */
const most = 500;

/** Installations as they are now, those that were used last. Whether they still are is for the store to say. */
export class InstallationCache {
  readonly #known = new Map<string, Saved>();

  get(id: string): Saved | undefined {
    const saved = this.#known.get(id);
    if (saved) {
      this.#known.delete(id);
      this.#known.set(id, saved);
    }
    return saved;
  }

  set(saved: Saved): void {
    this.#known.delete(saved.id);
    this.#known.set(saved.id, saved);
    if (this.#known.size <= most) return;
    for (const oldest of this.#known.keys()) {
      this.#known.delete(oldest);
      return;
    }
  }

  delete(id: string): void {
    this.#known.delete(id);
  }
}
