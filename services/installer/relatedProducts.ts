import { queryRegistry } from '../registry/queryRegistry.ts';
import { type InstalledProduct, installedProduct } from './installedProduct.ts';

/** What tells one build of a product from another, and what they share. */
export interface ProductIdentity {
  readonly productCode: string | null;
  readonly upgradeCode: string | null;
}

/**
 * Other builds of this product that Windows Installer lists as installed: they share its upgrade code. None, off Windows, nor where
 * the registry gives no answer in time. Called off, it is rejected with the signal's reason.
 */
export async function relatedProducts(
  { productCode, upgradeCode }: ProductIdentity,
  platform: NodeJS.Platform = process.platform,
  signal?: AbortSignal,
): Promise<readonly InstalledProduct[]> {
  if (platform !== 'win32' || !upgradeCode || !guid.test(upgradeCode)) return [];
  const listed = await queryRegistry({ key: `${key}\\${packed(upgradeCode)}`, view: 64 }, { signal });
  const others = productCodesIn(listed ?? '').filter((code) => code !== productCode?.toUpperCase());
  const products = await Promise.all(others.map((code) => installedProduct(code, platform, signal)));
  return products.filter((product) => product !== null && product !== undefined);
}

/** The product codes in what `reg query` prints of a key of upgrade codes, each as a GUID in braces. */
export function productCodesIn(listing: string): string[] {
  return [...listing.matchAll(/^\s+([0-9A-F]{32})\s+REG_SZ/gim)].map(([, code]) => unpacked(code!));
}

/** A GUID as Windows Installer names its registry keys: the halves of each part turned round, its punctuation left out. */
export function packed(code: string): string {
  return turned(code.replace(/[{}-]/g, '').toUpperCase());
}

const key = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\UpgradeCodes';
const guid = /^\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/i;

function unpacked(code: string): string {
  return turned(code.toUpperCase()).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '{$1-$2-$3-$4-$5}');
}

/** Turning twice gives what it was. */
function turned(digits: string): string {
  const [, ...parts] = /^(.{8})(.{4})(.{4})(..)(..)(..)(..)(..)(..)(..)(..)$/.exec(digits) ?? [];
  return parts.map((part) => [...part].reverse().join('')).join('');
}
