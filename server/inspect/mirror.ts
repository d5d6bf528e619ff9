import { createInspector, type StatelyInspectionEvent } from '@statelyai/inspect';
import type { InspectionEvent } from 'xstate';
import { wizardMachine } from '../../machines/chart/wizard.ts';
import type { Installations } from '../host/installations.ts';
import type { JournalEntry } from '../store/rows.ts';
import type { PersistedSnapshot } from '../store/snapshot.ts';
import { redact } from '../view/redact.ts';

/** Somebody who looks on. */
export interface Viewing {
  /** Takes an event of Stately's inspection format. */
  send(event: StatelyInspectionEvent): void;
  /** Nothing can be told any more. */
  leave(): void;
}

/** Installations that a viewer is told from their beginning when it comes. */
const mostInstallations = 5;
/** States nest deeper than the library would follow unless told. */
const serializationDepthLimit = 50;

/** Tells viewers of every step, from the journal: nothing is kept for those who may come. */
export class Mirror {
  readonly #installations: Installations;

  constructor(installations: Installations) {
    this.#installations = installations;
  }

  /** Tells a viewer all that there has been, and what comes. Returns how to end it. */
  follow(viewing: Viewing): () => void {
    const told = new Map<string, number>();
    const adapter = { send: (event: StatelyInspectionEvent) => viewing.send(event) };
    const { inspect } = createInspector(adapter, { serializationDepthLimit });
    const tell = async (id: string) => {
      for (const step of await this.#installations.journal(id, told.get(id))) {
        if (step.revision <= (told.get(id) ?? 0)) continue;
        for (const event of eventsOf(id, step, told.has(id))) inspect.next?.(event);
        told.set(id, step.revision);
      }
    };
    // One after the other, so that no step is told before an earlier one, or twice.
    let telling = this.#installations.list(mostInstallations).then(async (rows) => {
      for (const { id } of rows.toReversed()) await tell(id);
    });
    const inOrder = (act: () => unknown) => {
      telling = telling.then(async () => void (await act())).catch(() => viewing.leave());
    };
    inOrder(() => {});
    return this.#installations.listen(({ type, id }) => {
      if (type === 'moved') inOrder(() => tell(id));
      else if (type === 'deleted') inOrder(() => told.delete(id));
    });
  }
}

/** A step as XState would tell of it, were the installation an actor in memory; before the first one, that there is an actor. */
function eventsOf(id: string, { revision, event, kept }: JournalEntry, isKnown: boolean): InspectionEvent[] {
  const snapshot = snapshotOf(kept);
  const actorRef = {
    sessionId: id,
    id: `installation ${id.slice(0, 8)}`,
    logic: { config: wizardMachine.config },
    getSnapshot: () => snapshot,
  };
  const about = { rootId: id, actorRef };
  const told = redact(event);
  return [
    ...(isKnown ? [] : [{ ...about, type: '@xstate.actor' }]),
    ...(revision === 1 ? [] : [{ ...about, type: '@xstate.event', event: told, sourceRef: undefined }]),
    { ...about, type: '@xstate.snapshot', event: revision === 1 ? { type: 'xstate.init' } : told, snapshot },
    // The library reads these properties of an inspection event, and no others.
  ] as unknown as InspectionEvent[];
}

/** The state without its secrets: where one is, that it is kept. */
function snapshotOf({ value, context, status }: PersistedSnapshot) {
  return { status, value, context: redact(context), children: {}, historyValue: {}, tags: [] };
}
