import { describe, expect, it } from 'vitest';
import type { PlannedProperty } from '../../machines/chart/installerProperties.ts';
import { settlementsThatCount } from '../../machines/chart/settlementsThatCount.ts';
import type { PackageSettlement } from '../../machines/ports/packageSettlement.ts';

const settled = (values?: PackageSettlement['values']): PackageSettlement => ({
  property: 'KIND',
  values,
  for: 'package',
  who: 'ada',
  at: '2026-01-01T00:00:00.000Z',
  product: { productName: null, productCode: null, productVersion: null },
});
const planned = (provenance: PlannedProperty['provenance'], value: PlannedProperty['value']): PlannedProperty => ({
  name: 'one',
  value,
  page: 'cloud',
  field: 'cloud',
  provenance,
});

describe('What was settled by the package', () => {
  it.each<[counts: boolean, string, PlannedProperty, PackageSettlement]>([
    [true, 'an unknown property that takes any text', planned('unknown', 'china'), settled()],
    [true, 'an answer for which it is known what is written', planned('unknown', 'china'), settled({ china: 'CN' })],
    [false, 'an answer for which nobody knows what is written', planned('unknown', 'china'), settled({ global: 'W' })],
    [true, 'a secret, which is passed on as it is', planned('unknown', { secret: 'sealed' }), settled({})],
    [true, 'a property in doubt, which has a value of its own', planned('disputed', '0'), settled({ 1: 'on' })],
    [false, 'a property that is known for certain', planned('documented', '0'), settled({ 0: 'off' })],
    [false, 'a property that is known for certain and takes any text', planned('documented', '0'), settled()],
  ])('counts (%s) for %s', (counts, _, property, settlement) => {
    expect(settlementsThatCount([property], { one: settlement, another: settled() })).toEqual(counts ? { one: settlement } : {});
  });

  it('is nothing where nobody has settled anything', () => {
    expect(settlementsThatCount([planned('unknown', 'china')])).toEqual({});
  });
});
