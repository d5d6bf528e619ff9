import type { Progress } from '../../../machines/ports/call.ts';
import { Listeners } from '../listeners.ts';
import type { News } from '../news.ts';
import type { Connections } from './connections.ts';
import { NotifyChannel } from './notifyChannel.ts';
import type { ReleaseGuard } from './releaseGuard.ts';

/** What each process tells all others. */
export type Message =
  | {
      readonly moved: string;
      readonly revision: number;
      readonly stopped: readonly string[];
      readonly places: readonly (string | null)[];
    }
  | { readonly deleted: string }
  | { readonly progress: Progress; readonly of: string; readonly call: string };

/** Every process looks this often for news that it may have missed, milliseconds. */
const looksEvery = 5000;

interface Settings {
  readonly connections: Connections;
  readonly releaseGuard: ReleaseGuard;
  /** Is told first, so that what is derived from the news is right when listeners hear of it. */
  follow(message: Message): void;
  report(error: unknown, about: object): void;
}

/** What happens in any process is heard in all of them. */
export class ProcessNews {
  readonly #connections: Connections;
  readonly #channel: NotifyChannel;
  readonly #listeners: Listeners;
  readonly #follow: (message: Message) => void;
  readonly #looks: NodeJS.Timeout;
  /** How far those were at the last look that somebody waited for then. */
  #seen = new Map<string, number>();

  constructor({ connections, releaseGuard, follow, report }: Settings) {
    this.#connections = connections;
    this.#follow = follow;
    this.#listeners = new Listeners(report);
    this.#channel = new NotifyChannel(
      connections,
      (message) => this.#hear(message as Message),
      () => void this.#lookForMissed(),
    );
    const look = async () => {
      await this.#channel.lookAfter();
      // A database that is away tells at the next look; the ownership tells whom it may concern.
      await releaseGuard.check().catch(() => {});
      await this.#lookForMissed();
    };
    this.#looks = setInterval(() => void look(), looksEvery);
  }

  open(): Promise<void> {
    return this.#channel.open();
  }

  listen(listener: (news: News) => void, watched?: () => Iterable<string>): () => void {
    return this.#listeners.add(listener, watched);
  }

  /** Tells this process at once, and the others as soon as may be. */
  tell(message: Message): void {
    this.#hear(message);
    this.#channel.send(message);
  }

  /** Lets whoever waits here look once more. */
  tellWatched(): void {
    this.#listeners.tellWatched();
  }

  async close(): Promise<void> {
    clearInterval(this.#looks);
    await this.#channel.close();
  }

  #hear(message: Message): void {
    this.#follow(message);
    if ('moved' in message) this.#listeners.tell({ type: 'moved', id: message.moved, revision: message.revision });
    else if ('deleted' in message) this.#listeners.tell({ type: 'deleted', id: message.deleted });
    else this.#listeners.tell({ type: 'progress', id: message.of, call: message.call, progress: message.progress });
  }

  /** Looks, all at once, how far those are that somebody here waits for, and tells of those that were moved since the last look. */
  async #lookForMissed(): Promise<void> {
    const watched = this.#listeners.watched();
    const seen = this.#seen;
    this.#seen = new Map();
    if (watched.length === 0) return;
    try {
      const sql = 'select id, revision from installation where id = any(?::text[])';
      const rows = await this.#connections.run(sql, [watched as unknown as string]);
      const revisions = new Map(rows.map((row) => [row['id'] as string, row['revision'] as number]));
      for (const id of watched) {
        const revision = revisions.get(id);
        if (revision !== undefined) this.#seen.set(id, revision);
        if (revision !== undefined && revision === seen.get(id)) continue;
        this.#listeners.tell(revision === undefined ? { type: 'deleted', id } : { type: 'moved', id, revision });
      }
    } catch {
      // The next look comes soon.
    }
  }
}
