import { eventsTaken } from './eventsTaken.ts';
import { Refusal } from './refusal.ts';
import { type Snapshot, screenOf } from './transition.ts';

/** Where the installation is and what it takes, for a client that came at the wrong moment. */
export function notNow(snapshot: Snapshot): Refusal {
  const page = screenOf(snapshot);
  const can = eventsTaken(snapshot);
  return new Refusal('not-now', `The installation is at ${page}, which takes ${can.join(', ') || 'no event any more'}.`, {
    page,
    can,
  });
}
