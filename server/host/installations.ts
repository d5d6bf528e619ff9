import type { WizardEvent } from '../../machines/chart/events.ts';
import type { Working } from '../store/effects.ts';
import type { News } from '../store/news.ts';
import type { HistoryEntry, JournalEntry, Row, Saved } from '../store/rows.ts';
import type { Step } from '../store/step.ts';
import type { Store } from '../store/store.ts';
import { BackgroundWork } from './backgroundWork.ts';
import { type CallProgress, toCallProgress } from './callProgress.ts';
import type { Decide, Decision } from './decision.ts';
import { deleteEnded } from './deleteEnded.ts';
import type { HostSettings } from './hostSettings.ts';
import { InstallationNews } from './installationNews.ts';
import type { LoadedInstallation } from './loadedInstallation.ts';
import { notFound } from './notFound.ts';
import { keepForPackage } from './packageSettlements.ts';
import { type SealedJournal, sealedJournal } from './sealedJournal.ts';
import { Secrets } from './secrets/secrets.ts';
import type { Settle } from './settleEvent.ts';
import { Steps } from './steps.ts';

/** Installations: begins them, steps them, and makes the calls they wait for. It remembers nothing: what counts is in the store. */
export class Installations {
  readonly #store: Store;
  readonly #news: InstallationNews;
  readonly #steps: Steps;
  readonly #work: BackgroundWork;
  #isStopping = false;
  readonly secrets: Secrets;

  constructor(settings: HostSettings) {
    this.#store = settings.store;
    this.#news = new InstallationNews(settings.store);
    this.secrets = new Secrets(settings.store, settings.masterKey);
    this.#steps = new Steps(settings, this.secrets);
    this.#work = new BackgroundWork(settings, this.#steps, this.secrets);
  }

  /** What happens in this process; for what happens in any, see {@link listen}. */
  get events(): Steps['events'] {
    return this.#steps.events;
  }

  /** See {@link Steps.begin}. */
  begin(...args: Parameters<Steps['begin']>): Promise<LoadedInstallation> {
    return this.#steps.begin(...args);
  }

  /** See {@link InstallationLoader.find}. */
  find(id: string): Promise<Saved> {
    return this.#steps.find(id);
  }

  /** @throws {Problem} where there is none, or what is kept of it can't be used. */
  load(id: string): Promise<LoadedInstallation> {
    return this.#steps.load(id);
  }

  /** See {@link Steps.take}. */
  step(id: string, decide: Decide): Promise<LoadedInstallation> {
    return this.#steps.take(id, decide);
  }

  /** See {@link Steps.assign}. */
  assign(...args: Parameters<Steps['assign']>): Promise<LoadedInstallation> {
    return this.#steps.assign(...args);
  }

  /** Makes the calls that wait for a place, from now on. */
  workAt(place: string): Working {
    return this.#work.at(place);
  }

  /** Takes an event: {@link step}, where nothing is to be decided. */
  send(id: string, event: WizardEvent, sending: Omit<Decision, 'event'>): Promise<LoadedInstallation> {
    return this.step(id, () => ({ ...sending, event }));
  }

  /** See {@link keepForPackage}. */
  keepForPackage(...[now, asked, event]: [LoadedInstallation, Settle, WizardEvent]): Promise<void> {
    return keepForPackage(this.#store, asked, event, now.snapshot.context.packageAsks);
  }

  list(...args: Parameters<Store['list']>): Promise<Row[]> {
    return this.#store.list(...args);
  }

  /** How many there are, by status. */
  counts(): ReturnType<Store['counts']> {
    return this.#store.counts();
  }

  answered(...args: Parameters<Store['answered']>): ReturnType<Store['answered']> {
    return this.#store.answered(...args);
  }

  saveAnswer(...args: Parameters<Store['saveAnswer']>): Promise<void> {
    return this.#store.saveAnswer(...args);
  }

  history(id: string): Promise<HistoryEntry[]> {
    return this.#store.history(id);
  }

  /** The history with what its seals say of it. @throws {Problem} where there is no such installation. */
  async sealedJournal(id: string): Promise<SealedJournal> {
    const found = await sealedJournal(this.#store, this.secrets.journalKey, id);
    if (!found) throw notFound();
    return found;
  }

  journal(id: string, after?: number, limit?: number): Promise<JournalEntry[]> {
    return this.#store.journal(id, after, limit);
  }

  /** What the calls under way have told, in whichever process. */
  async progressOf(id: string): Promise<CallProgress> {
    return toCallProgress(await this.#store.told(id));
  }

  /** Hears of what happens to an installation, in whichever process. @returns a function that ends it. */
  follow(id: string, follower: (news: News) => void): () => void {
    return this.#news.follow(id, follower);
  }

  /** How many follow an installation in this process. */
  followersOf(id: string): number {
    return this.#news.followersOf(id);
  }

  /** Hears of what happens to any of them. @returns a function that ends it. */
  listen(listener: (news: News) => void): () => void {
    return this.#store.listen(listener);
  }

  /** Fulfilled where the storage can be used. @throws {StoreUnavailable} */
  health(): Promise<void> {
    return this.#store.health();
  }

  /** The texts of all secrets that count, for redacting what comes from outside. Nothing, once they are destroyed. */
  secretsOf({ row, kept }: LoadedInstallation): Promise<string[]> {
    return this.secrets.textsIn(row.id, kept.context.answers);
  }

  /** See {@link deleteEnded}. */
  delete(id: string, answering?: Step['answering']): Promise<void> {
    return deleteEnded(this.#store, this.#steps, id, answering);
  }

  /** See {@link BackgroundWork.start}. */
  start(): void {
    this.#work.start();
  }

  /** Fulfilled when all that an earlier process left has been looked at. */
  get takenUp(): Promise<void> {
    return this.#work.takenUp;
  }

  /** Nobody is kept waiting from now on, for the service is about to stop: who waits is answered with what is so now. */
  endWaits(): void {
    this.#isStopping = true;
    this.events.emit('stopping');
  }

  get isStopping(): boolean {
    return this.#isStopping;
  }

  /** Ends all calls without an outcome; they are taken up at the next start. */
  async close(): Promise<void> {
    await this.#work.stop();
    await this.#steps.turns.idle();
    this.#news.close();
  }
}
