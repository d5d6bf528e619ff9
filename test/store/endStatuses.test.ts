import { expect, it } from 'vitest';
import { hasEnded, statuses } from '../../server/host/status.ts';
import { endStatuses } from '../../server/store/rows.ts';

it('The statuses that the store takes for the end are those at which the host says that an installation has ended', () => {
  expect(endStatuses).toEqual(statuses.filter(hasEnded));
});
