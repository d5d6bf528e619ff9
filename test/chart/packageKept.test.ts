import { describe, expect, it } from 'vitest';
import type { WizardContext } from '../../machines/chart/context.ts';
import { keepPackage, keepSettlement } from '../../machines/chart/packageKept.ts';
import type { PackageAsks, Product } from '../../machines/ports/packageListing.ts';
import {
  isSameProduct,
  type PackageSettlement,
  type PackageSettlements,
  saysWhich,
} from '../../machines/ports/packageSettlement.ts';
import { result } from './walk.ts';

const product: Product = { productName: 'MIM', productCode: '{1}', productVersion: '4.6.421.0' };
const asks: PackageAsks = { ...product, from: 'file', dialogs: [], screens: [], properties: ['AZURE_CLOUD'] };
const settledBy = (property: string, of: Product, whom: PackageSettlement['for'] = 'installation'): PackageSettlement => {
  return { property, for: whom, who: 'anna', at: '2026-01-02T00:00:00.000Z', product: of };
};
const having = (settlements: PackageSettlements) => ({ settlements }) as WizardContext;
const looked = { ...result('package', 'ready', 'passed'), asks };

describe('A look at the package', () => {
  it('brings what it asks, and what is kept for it', () => {
    const kept = { 'cloud.cloud': settledBy('AZURE_CLOUD', product, 'package') };
    const results = [result('host-tls', 'ready', 'passed'), { ...looked, kept }];
    expect(keepPackage(having({}), results)).toEqual({ packageAsks: asks, settlements: kept });
    expect(keepPackage(having({}), [looked])).toEqual({ packageAsks: asks, settlements: {} });
  });

  it('leaves what was settled by the same package for this installation, which counts before what is kept', () => {
    const own = { 'cloud.cloud': settledBy('CLOUD', product) };
    const kept = {
      'cloud.cloud': settledBy('AZURE_CLOUD', product, 'package'),
      'mailServer.type': settledBy('MAIL', product, 'package'),
    };
    expect(keepPackage(having(own), [{ ...looked, kept }]).settlements).toEqual({ ...kept, ...own });
  });

  it('takes away what is kept for it no longer, and what was settled by another package', () => {
    const settlements = {
      'cloud.cloud': settledBy('CLOUD', product, 'package'),
      'mailServer.type': settledBy('MAIL', { ...product, productVersion: '4.7' }),
      'mailServer.cloud': settledBy('MAIL_CLOUD', { ...product, productVersion: '4.7' }, 'package'),
    };
    expect(keepPackage(having(settlements), [looked]).settlements).toEqual({});
  });

  it('that brought nothing changes nothing', () => {
    expect(keepPackage(having({ 'cloud.cloud': settledBy('CLOUD', product) }), [result('package', 'ready', 'failed')])).toEqual(
      {},
    );
  });
});

describe('A settlement', () => {
  const [one, other] = [settledBy('CLOUD', product), settledBy('AZURE_CLOUD', product)];

  it('is kept beside those of other answers, and takes the place of one of the same', () => {
    expect(keepSettlement(having({ 'mailServer.type': one }), 'cloud.cloud', other).settlements).toEqual({
      'mailServer.type': one,
      'cloud.cloud': other,
    });
    expect(keepSettlement(having({ 'cloud.cloud': one }), 'cloud.cloud', other).settlements).toEqual({ 'cloud.cloud': other });
  });

  it('is taken back by itself', () => {
    const settlements = { 'cloud.cloud': one, 'mailServer.type': other };
    expect(keepSettlement(having(settlements), 'cloud.cloud', null).settlements).toEqual({ 'mailServer.type': other });
  });
});

describe('A package', () => {
  it.each<[string, Partial<Product>, boolean]>([
    ['of the same code and version is the same, whatever it is called', { productName: 'Another name' }, true],
    ['of another version is another', { productVersion: '4.7' }, false],
    ['of another code is another', { productCode: '{2}' }, false],
    ['of another code and version is another', { productCode: '{2}', productVersion: '4.7' }, false],
  ])('%s', (_, changed, same) => {
    expect(isSameProduct(product, { ...product, ...changed })).toBe(same);
  });

  it.each<[string, Partial<Product>]>([
    ['code', { productCode: null }],
    ['version', { productVersion: null }],
    ['code and version', { productCode: null, productVersion: null }],
  ])('without a %s does not say which it is, and is like no other', (_, changed) => {
    const unknown = { ...product, ...changed };
    expect(saysWhich(unknown)).toBe(false);
    expect(isSameProduct(unknown, unknown)).toBe(false);
  });

  it('with both says which it is, with or without a name', () => {
    expect([saysWhich(product), saysWhich({ ...product, productName: null })]).toEqual([true, true]);
  });
});
