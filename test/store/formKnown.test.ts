import { expect, it } from 'vitest';
import { formKnown } from '../../server/store/schema/formKnown.ts';
import { migrations } from '../../server/store/schema/migrations.ts';

it('The form of the tables that is known is what all migrations lead to', () => {
  expect(formKnown).toBe(Object.keys(migrations).length);
});
