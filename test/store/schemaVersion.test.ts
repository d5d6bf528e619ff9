import { expect, it } from 'vitest';
import { schemaVersion } from '../../server/store/schema/schemaVersion.ts';
import { migrations } from '../../server/store/schema/migrations.ts';

it('The version of the tables that this release knows is what all migrations lead to', () => {
  expect(schemaVersion).toBe(Object.keys(migrations).length);
});
