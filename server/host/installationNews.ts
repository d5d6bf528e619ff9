import type { News } from '../store/news.ts';
import type { Store } from '../store/store.ts';

/** Brings what happens to an installation, in whichever process, to those who follow that one; and nothing else to them. */
export class InstallationNews {
  readonly #followers = new Map<string, Set<(news: News) => void>>();
  readonly #end: () => void;

  constructor(store: Pick<Store, 'listen'>) {
    this.#end = store.listen(
      (news) => {
        for (const follower of [...(this.#followers.get(news.id) ?? [])]) follower(news);
      },
      () => this.#followers.keys(),
    );
  }

  /** How many follow an installation. */
  followersOf(id: string): number {
    return this.#followers.get(id)?.size ?? 0;
  }

  /** @returns a function that ends it. */
  follow(id: string, follower: (news: News) => void): () => void {
    const own = (news: News) => follower(news);
    const followers = this.#followers.get(id) ?? new Set();
    this.#followers.set(id, followers.add(own));
    return () => {
      followers.delete(own);
      if (followers.size === 0 && this.#followers.get(id) === followers) this.#followers.delete(id);
    };
  }

  close(): void {
    this.#end();
    this.#followers.clear();
  }
}
