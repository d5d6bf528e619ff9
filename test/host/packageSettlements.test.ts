import { describe, expect, it } from 'vitest';
import type { WizardEvent } from '../../machines/chart/events.ts';
import { uncertainNames } from '../../machines/chart/installerProperties.ts';
import type { Product } from '../../machines/ports/packageListing.ts';
import type { Services } from '../../machines/ports/services.ts';
import { keepForPackage, withKeptSettlements } from '../../server/host/packageSettlements.ts';
import type { Settle } from '../../server/host/settleEvent.ts';

const [name, otherName] = [uncertainNames[0]!, uncertainNames[1]!];
const product: Product = { productName: 'MIM', productCode: '{1}', productVersion: '4.6' };
const settlement = { property: 'CLOUD', for: 'package', who: 'ann', at: '2026-01-01T00:00:00Z', product } as const;
const settles = { type: 'settle', name, settlement } as unknown as WizardEvent;
const forPackage = { type: 'settle', name, property: 'CLOUD', for: 'package' } as Settle;

describe('What is settled for a package', () => {
  it('comes with the next look at a package of the same code and version, and with no other', async () => {
    const store = memory();
    await keepForPackage(store, forPackage, settles, product);
    expect(await seen(store, { ...product, productName: 'Another name' })).toEqual({ [name]: settlement });
    expect(await seen(store, { ...product, productVersion: '4.7' })).toEqual({});
    expect(await seen(store, { ...product, productCode: '{2}' })).toEqual({});
  });

  it('is kept for each answer by itself', async () => {
    const store = memory();
    const other = { ...settlement, property: 'OTHER' };
    await keepForPackage(store, forPackage, settles, product);
    await keepForPackage(
      store,
      forPackage,
      { ...settles, name: otherName, settlement: other } as unknown as WizardEvent,
      product,
    );
    expect(await seen(store, product)).toEqual({ [name]: settlement, [otherName]: other });
  });

  it('is forgotten where it is taken back', async () => {
    const store = memory();
    await keepForPackage(store, forPackage, settles, product);
    await keepForPackage(store, forPackage, { ...settles, settlement: null } as unknown as WizardEvent, product);
    expect(await seen(store, product)).toEqual({});
  });

  it.each<[string, Settle, WizardEvent, Product | null]>([
    ['for this installation alone', { ...forPackage, for: 'installation' }, settles, product],
    ['by another event', forPackage, { type: 'recheck' }, product],
    ['before a package was looked at', forPackage, settles, null],
    ['of a package without a code', forPackage, settles, { ...product, productCode: null }],
    ['of a package without a version', forPackage, settles, { ...product, productVersion: null }],
  ])('is not kept %s', async (_, asked, event, about) => {
    const store = memory();
    await keepForPackage(store, asked, event, about);
    expect(store.kept.size).toBe(0);
  });

  it('comes with the last checks as with the look at the package, and with no other result', async () => {
    const store = memory();
    await keepForPackage(store, forPackage, settles, product);
    const services = withKeptSettlements(looking(product), store);
    const results = await services.checkEverything({} as never, {} as never);
    expect(results).toEqual([{ id: 'package', asks: product, kept: { [name]: settlement } }, { id: 'host-windows' }]);
  });
});

/** What comes with the look at a package. */
async function seen(store: ReturnType<typeof memory>, asks: Product) {
  const [result] = await withKeptSettlements(looking(asks), store).checkPackage({} as never, {} as never);
  return result?.kept;
}

function looking(asks: Product): Services {
  const results = async () => [{ id: 'package', asks }, { id: 'host-windows' }];
  return { checkPackage: results, checkEverything: results } as unknown as Services;
}

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    keep: async (key: string, value: string) => void kept.set(key, value),
    meta: async (key: string) => kept.get(key),
  };
}
