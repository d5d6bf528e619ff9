import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type InstalledProduct, installedProduct } from './installedProduct.ts';

/** What tells one build of a product from another, and what they share. */
export interface ProductIdentity {
  readonly productCode: string | null;
  readonly upgradeCode: string | null;
}

/** Other builds of this product that Windows Installer lists as installed: they share its upgrade code. None, off Windows. */
export async function relatedProducts(
  { productCode, upgradeCode }: ProductIdentity,
  platform: NodeJS.Platform = process.platform,
): Promise<readonly InstalledProduct[]> {
  if (platform !== 'win32' || !upgradeCode || !guid.test(upgradeCode)) return [];
  const listed = await run('reg', ['query', `${key}\\${packed(upgradeCode)}`, '/reg:64'], { windowsHide: true }).catch(
    () => null,
  );
  const others = productCodesIn(listed?.stdout ?? '').filter((code) => code !== productCode?.toUpperCase());
  const products = await Promise.all(others.map((code) => installedProduct(code, platform)));
  return products.filter((product) => product !== null && product !== undefined);
}

/** The product codes among the values of the key. */
export function productCodesIn(listing: string): string[] {
  return [...listing.matchAll(/^\s+([0-9A-F]{32})\s+REG_SZ/gim)].map(([, code]) => unpacked(code!));
}

/** A GUID as Windows Installer names its registry keys: the halves of each part turned round, its punctuation left out. */
export function packed(code: string): string {
  return turned(code.replace(/[{}-]/g, '').toUpperCase());
}

const run = promisify(execFile);
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
