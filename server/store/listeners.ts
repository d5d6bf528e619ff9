import type { News } from './news.ts';

/** Who wants to hear of news in this process. */
export class Listeners {
  readonly #listeners = new Map<(news: News) => void, () => Iterable<string>>();
  readonly #report: (error: unknown, about: object) => void;

  constructor(report: (error: unknown, about: object) => void) {
    this.#report = report;
  }

  add(listener: (news: News) => void, watched: () => Iterable<string> = () => []): () => void {
    const own = (news: News) => listener(news);
    this.#listeners.set(own, watched);
    return () => void this.#listeners.delete(own);
  }

  /** The installations that somebody here waits for, each once. */
  watched(): string[] {
    return [...new Set([...this.#listeners.values()].flatMap((watched) => [...watched()]))];
  }

  /** Lets whoever waits for something look at it once more. */
  tellWatched(): void {
    for (const id of this.watched()) this.tell({ type: 'moved', id, revision: 0 });
  }

  /** One that fails keeps it from no other. */
  tell(news: News): void {
    for (const listener of [...this.#listeners.keys()]) {
      try {
        listener(news);
      } catch (error) {
        this.#report(error, { installation: news.id, news: news.type });
      }
    }
  }
}
