import { expect, it } from 'vitest';
import { closingIds } from '../../machines/ports/checks.ts';
import { type Feature, featureNames } from '../../machines/vocabulary/features.ts';

it.each<[Feature[] | undefined, string[]]>([
  [[...featureNames], ['service-runs', 'portal-answers']],
  [['service', 'reporting'], ['service-runs']],
  [['portal'], ['portal-answers']],
  [['registrationPortal', 'resetPortal'], []],
  [undefined, []],
])('Of the finished installation of %j is checked: %j', (features, ids) => {
  expect(closingIds(features ? { components: { features } } : {})).toEqual(ids);
});
