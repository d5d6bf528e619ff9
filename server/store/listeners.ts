import type { News } from './news.ts';

/** Who wants to hear of news in this process. */
export class Listeners {
  readonly #listeners = new Set<(news: News) => void>();
  readonly #report: (error: unknown, about: object) => void;

  constructor(report: (error: unknown, about: object) => void) {
    this.#report = report;
  }

  add(listener: (news: News) => void): () => void {
    const own = (news: News) => listener(news);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  /** One that fails keeps it from no other. */
  tell(news: News): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(news);
      } catch (error) {
        this.#report(error, { installation: news.id, news: news.type });
      }
    }
  }
}
