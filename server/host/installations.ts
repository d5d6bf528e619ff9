import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { WizardEvent } from '../../machines/chart/events.ts';
import type { Progress } from '../../machines/ports/call.ts';
import type { Services } from '../../machines/ports/services.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import type { Asked, Waiting } from '../store/effect.ts';
import type { JournalEntry, Row } from '../store/rows.ts';
import type { Step } from '../store/step.ts';
import type { Store } from '../store/syncStore.ts';
import type { CallProgress } from './callProgress.ts';
import { migrate } from './chartMigration.ts';
import { chartVersion } from './chartVersion.ts';
import type { HostSettings } from './hostSettings.ts';
import { canBeLoaded, type LoadedInstallation, toLoaded } from './loadedInstallation.ts';
import type { NewInstallation, Rehearsal } from './newInstallation.ts';
import { Secrets } from './secrets/secrets.ts';
import { ServiceCalls } from './serviceCalls.ts';
import { hasEnded, statusOf } from './status.ts';
import { firstTransition, type Outcome, revive, screenOf, type Transition, transitionOn } from './transition.ts';

/** Who sends an event, and under which conditions. */
export interface Sending {
  readonly who: string;
  /** The event counts only at this revision. */
  readonly expected?: number | undefined;
  readonly answering?: Step['answering'] | undefined;
  /** Secrets that the event carries, sealed, by the reference that stands in their place. */
  readonly sealed?: Step['sealed'] | undefined;
  readonly newKey?: Uint8Array | undefined;
  /** The walk that the event is a step of; an event of anybody else's ends the walk. */
  readonly walk?: string | null | undefined;
}

/** `moved` follows every step, `ended` the last one, `progress` what a running call tells; `deleted` is the last. */
interface Events {
  moved: [id: string];
  ended: [id: string];
  deleted: [id: string];
  progress: [id: string, progress: Progress];
}

/** Moves installations on, and makes the calls they wait for. It remembers nothing: what counts is in the store. */
export class Installations {
  readonly #host: HostSettings;
  readonly #calls: ServiceCalls;
  readonly events = new EventEmitter<Events>();
  readonly secrets: Secrets;

  constructor(host: HostSettings) {
    this.#host = host;
    this.secrets = new Secrets(host.store, host.masterKey);
    this.#calls = new ServiceCalls({
      servicesFor: (id) => this.#servicesFor(id),
      open: (id, input) => this.secrets.open(id, input),
      secretsIn: (id, input) => this.secrets.textsIn(id, input),
      report: host.report,
      progressed: (id, progress) => this.events.emit('progress', id, progress),
      ended: (waiting, outcome) => this.#ended(waiting, outcome),
    });
    this.events.setMaxListeners(0);
  }

  /** Begins an installation and tells its id. */
  begin(wish: NewInstallation, { who, answering }: Pick<Sending, 'who' | 'answering'>): string {
    const id = randomUUID();
    const first = firstTransition({
      id,
      package: wish.package ?? null,
      runsElsewhere: wish.mode === 'live' && !this.#host.installsHere,
    });
    const row = { name: wish.name ?? null, mode: wish.mode, rehearsal: wish.rehearsal ? JSON.stringify(wish.rehearsal) : null };
    const event = { type: 'begin', ...wish };
    this.#commit(id, 0, null, event, first, { ...row, walk: null }, { who, answering, newKey: this.secrets.newKey(id) });
    return id;
  }

  /** @throws {Problem} where there is none, or what is kept of it can't be used. */
  load(id: string): LoadedInstallation {
    const saved = this.#host.store.load(id);
    if (!saved) throw new Problem('not-found', 'There is no such installation. GET /api/v1/installations lists them.');
    return toLoaded(saved);
  }

  list(...args: Parameters<Store['list']>): Row[] {
    return this.#host.store.list(...args);
  }

  /** How many there are, by status. */
  counts(): ReturnType<Store['counts']> {
    return this.#host.store.counts();
  }

  answered(...args: Parameters<Store['answered']>): ReturnType<Store['answered']> {
    return this.#host.store.answered(...args);
  }

  saveAnswer(...args: Parameters<Store['saveAnswer']>): void {
    this.#host.store.saveAnswer(...args);
  }

  journal(id: string, after?: number, limit?: number): JournalEntry[] {
    return this.#host.store.journal(id, after, limit);
  }

  /** What the calls under way have told. */
  progressOf(id: string): CallProgress {
    return this.#calls.progressOf(id);
  }

  /** Whether a call is waited for that a client may want to wait for too: any but the installer. */
  isChecking(id: string): boolean {
    return this.#host.store.waiting(id).some(({ effect }) => effect.service !== 'install' && effect.service !== 'stopInstaller');
  }

  /**
   * Takes an event, or says why not: `stale` where the installation is at another revision than the one expected, `not-now`
   * where its state does not take the event, `conflict` where another request got in first. Nothing is changed then.
   */
  send(id: string, event: WizardEvent, sending: Sending): void {
    const present = this.load(id);
    if (sending.expected !== undefined && sending.expected !== present.row.revision) {
      throw new Problem('stale', `The installation is at revision ${present.row.revision}. Read it again.`);
    }
    const next = transitionOn(present.snapshot, event);
    if (!next) throw new Problem('not-now', 'The installation does not take this at this point. See `can`.');
    if (!this.#commit(id, present.row.revision, present, event, next, { ...present.row, walk: sending.walk ?? null }, sending)) {
      throw new Problem('conflict', 'Another request got in first. Read the installation again.');
    }
  }

  /** The texts of all secrets that count, for redacting what comes from outside. Nothing, once they are destroyed. */
  secretsOf(id: string): string[] {
    return this.secrets.textsIn(id, this.load(id).kept.context.answers);
  }

  /** Keeps answers that still wait for their page to come up. */
  saveWalk(id: string, walk: string | null): void {
    this.#host.store.saveWalk(id, walk);
  }

  /** @throws {Problem} `not-ended` where it still goes on. */
  delete(id: string): void {
    const saved = this.#host.store.load(id);
    if (!saved) throw new Problem('not-found', 'There is no such installation.');
    const canGoOn = saved.status !== 'failed' && !hasEnded(saved.status) && canBeLoaded(saved);
    if (canGoOn) throw new Problem('not-ended', 'The installation has not ended. Cancel it first.');
    this.#calls.stopAll(id);
    this.#host.store.delete(id);
    this.events.emit('deleted', id);
  }

  /** Takes up, after a restart, every call that had not ended. One that can't be taken up is reported, and hides no other. */
  resume(): void {
    for (const { id } of this.#host.store.unfinished()) {
      try {
        this.#migrate(id);
        this.load(id);
        for (const waiting of this.#host.store.waiting(id)) this.#calls.start(waiting, true);
      } catch (error) {
        this.#host.report(error, { installation: id });
      }
    }
  }

  /** Ends all calls without an outcome; they are taken up at the next start. */
  close(): Promise<void> {
    return this.#calls.close();
  }

  /** An installation that another chart has kept is moved over to this one, as a step of its own. */
  #migrate(id: string): void {
    const { kept, ...row } = this.#host.store.load(id)!;
    if (!kept || row.chart === chartVersion) return;
    const next = migrate(
      kept,
      row.status,
      this.#host.store.waiting(id).map((waiting) => waiting.id),
    );
    this.#commit(id, row.revision, null, { type: 'moveOver', from: row.chart }, next, row, { who: 'mim-setup' });
  }

  #ended({ installation, id, revision }: Waiting, outcome: Outcome): 'taken' | 'refused' | 'conflict' {
    const present = this.load(installation);
    const { value, sealed } = this.secrets.sealNew(installation, outcome);
    const next = transitionOn(present.snapshot, value);
    if (!next) return 'refused';
    const row = { ...present.row, walk: present.walk };
    const sending = { who: 'mim-setup', sealed, ended: { id, revision } };
    const done = this.#commit(installation, row.revision, present, value, next, row, sending);
    if (done) return 'taken';
    return this.#host.store.waiting(installation).some((one) => one.id === id && one.revision === revision)
      ? 'conflict'
      : 'refused';
  }

  #commit(
    id: string,
    revision: number,
    before: LoadedInstallation | null,
    event: object,
    next: Transition,
    row: Pick<Row, 'name' | 'mode' | 'rehearsal'> & { walk: string | null },
    { who, answering, sealed = [], newKey, ended }: Omit<Sending, 'expected'> & { ended?: Asked },
  ): boolean {
    const snapshot = revive(next.kept);
    const status = statusOf(snapshot);
    const step: Step = {
      id,
      revision,
      at: new Date().toISOString(),
      who,
      event,
      row: {
        ...row,
        status,
        page: screenOf(snapshot),
        option: factsOf(next.kept.context.answers).option?.option ?? null,
        chart: chartVersion,
      },
      from: before && screenOf(before.snapshot),
      kept: next.kept,
      walk: hasEnded(status) ? null : row.walk,
      started: next.started,
      stopped: next.stopped,
      sealed,
      destroyed: this.secrets.unused(before?.kept, next.kept, row.walk),
      forget: hasEnded(status),
      ...(answering && { answering }),
      ...(newKey && { newKey }),
      ...(ended && { ended }),
    };
    if (!this.#host.store.commit(step)) return false;
    for (const call of next.stopped) if (call !== ended?.id) this.#calls.stop(id, call);
    for (const effect of next.started) this.#calls.start({ installation: id, id: effect.id, revision: revision + 1, effect });
    this.events.emit('moved', id);
    if (hasEnded(status)) this.events.emit('ended', id);
    return true;
  }

  #servicesFor(id: string): Services {
    const { row, kept } = this.load(id);
    const rehearsal = row.rehearsal ? (JSON.parse(row.rehearsal) as Rehearsal) : {};
    return this.#host.servicesFor({ id, mode: row.mode, rehearsal, failures: kept.context.failures });
  }
}
