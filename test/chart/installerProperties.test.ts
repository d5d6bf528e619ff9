import { expect, it } from 'vitest';
import { pageIds } from '../../machines/chart/flow.ts';
import { declaredProperties } from '../../machines/chart/installerProperties.ts';
import { pageOf } from '../../machines/pages/screens.ts';

it('No two pages declare a property of the same name, and they stand in the order of the pages', () => {
  const names = pageIds.flatMap((page) => Object.keys(pageOf(page).properties ?? {}));
  expect([...declaredProperties.keys()]).toEqual(names);
});
