import { queryRegistry } from '../registry/queryRegistry.ts';

/** A product as Windows Installer lists it. */
export interface InstalledProduct {
  readonly name: string;
  readonly version: string;
}

/**
 * What Windows Installer says of this product now: null where it is not installed, undefined where it can't be told, off Windows,
 * without a product code, or where the registry gives no answer in time. Called off, it is rejected with the signal's reason.
 */
export async function installedProduct(
  productCode: string | null,
  platform: NodeJS.Platform = process.platform,
  signal?: AbortSignal,
): Promise<InstalledProduct | null | undefined> {
  if (platform !== 'win32' || !productCode || !/^\{[0-9A-F-]{36}\}$/i.test(productCode)) return undefined;
  const key = `HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\${productCode}`;
  for (const view of [64, 32] as const) {
    const listed = await queryRegistry({ key, view }, { signal });
    if (listed === undefined) return undefined;
    if (listed !== null) return { name: textOf(listed, 'DisplayName'), version: textOf(listed, 'DisplayVersion') };
  }
  return null;
}

function textOf(listing: string, name: string): string {
  return new RegExp(`^\\s*${name}\\s+REG_SZ\\s+(.*?)\\s*$`, 'm').exec(listing)?.[1] ?? '';
}
