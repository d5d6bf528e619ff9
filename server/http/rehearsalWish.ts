import { nearest } from '../../machines/vocabulary/nearestName.ts';
import { declaredChecks } from '../host/declaredChecks.ts';
import type { Rehearsal } from '../host/newInstallation.ts';
import { Refusal } from '../host/refusal.ts';

/**
 * Refuses a rehearsal that is to fail at what does not exist: a drill that is misspelt would go well.
 *
 * @throws {Refusal} `invalid-request`, with the nearest name.
 */
export function refuseMisspelt({ failAt, failCheck }: Rehearsal, installerActions: readonly string[]): void {
  const errors = [
    ...unknown('failAt', failAt, installerActions, 'action of the rehearsed installer'),
    ...unknown('failCheck', failCheck, [...declaredChecks.keys()], 'check'),
  ];
  if (errors.length > 0) throw new Refusal('invalid-request', errors.map(({ message }) => message).join(' '), { errors });
}

function unknown(field: string, name: string | undefined, names: readonly string[], what: string) {
  if (name === undefined || names.includes(name)) return [];
  const near = nearest(name, names);
  const message = `There is no ${what} "${name}".${near ? ` Did you mean ${near}?` : ' GET /api/v1/pages lists them.'}`;
  return [{ field: `rehearsal.${field}`, code: 'invalid', message }];
}
