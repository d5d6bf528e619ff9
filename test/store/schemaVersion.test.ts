import { expect, it } from 'vitest';
import { migrations } from '../../server/store/schema/migrations.ts';
import { schemaVersion } from '../../server/store/schema/schemaVersion.ts';

it('The version of the tables that this release knows is what all migrations lead to', () => {
  expect(schemaVersion).toBe(Object.keys(migrations).length);
});
