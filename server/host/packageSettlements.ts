import type { WizardEvent } from '../../machines/chart/events.ts';
import { uncertainNames } from '../../machines/chart/installerProperties.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { Product } from '../../machines/ports/packageListing.ts';
import type { PackageSettlement, PackageSettlements } from '../../machines/ports/packageSettlement.ts';
import type { Services } from '../../machines/ports/services.ts';
import type { Store } from '../store/store.ts';
import type { Settle } from './settleEvent.ts';

type Kept = Pick<Store, 'keep' | 'meta'>;

/**
 * Keeps what was settled for all that use a package, by its product code and version, or forgets it where that is taken back. It is
 * kept before the step that says so is taken: what somebody was told is never lost, and kept twice it is the same.
 */
export async function keepForPackage(store: Kept, asked: Settle, event: WizardEvent, product: Product | null): Promise<void> {
  if (event.type !== 'settle' || asked.for !== 'package' || !product) return;
  const key = keyOf(product, event.name);
  if (key) await store.keep(key, event.settlement ? JSON.stringify(event.settlement) : '');
}

/** The same services; with what the look at a package has found comes what is kept for that package. */
export function withKeptSettlements<Given extends Services>(services: Given, store: Kept): Given {
  const added = (results: readonly CheckResult[]) => Promise.all(results.map(async (result) => withKept(result, store)));
  return {
    ...services,
    checkEverything: async (subject, call) => added(await services.checkEverything(subject, call)),
    checkPackage: async (subject, call) => added(await services.checkPackage(subject, call)),
  };
}

async function withKept(result: CheckResult, store: Kept): Promise<CheckResult> {
  if (!result.asks) return result;
  return { ...result, kept: await keptFor(result.asks, store) };
}

async function keptFor(product: Product, store: Kept): Promise<PackageSettlements> {
  const found = await Promise.all(
    uncertainNames.map(async (name) => {
      const key = keyOf(product, name);
      const text = key && (await store.meta(key));
      return text ? [[name, JSON.parse(text) as PackageSettlement] as const] : [];
    }),
  );
  return Object.fromEntries(found.flat());
}

/** Nothing for a package that does not say which one it is: it is the same as no other. */
function keyOf({ productCode, productVersion }: Product, name: string): string | null {
  return productCode === null || productVersion === null ? null : `settled ${productCode} ${productVersion} ${name}`;
}
