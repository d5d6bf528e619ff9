import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A product as Windows Installer lists it. */
export interface InstalledProduct {
  readonly name: string;
  readonly version: string;
}

/**
 * What Windows Installer says of this product now: null where it is not installed, undefined where it can't be told, off Windows
 * or without a product code.
 */
export async function installedProduct(
  productCode: string | null,
  platform: NodeJS.Platform = process.platform,
): Promise<InstalledProduct | null | undefined> {
  if (platform !== 'win32' || !productCode || !/^\{[0-9A-F-]{36}\}$/i.test(productCode)) return undefined;
  const key = `HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\${productCode}`;
  for (const view of ['/reg:64', '/reg:32']) {
    const listed = await run('reg', ['query', key, view], { windowsHide: true }).catch(nullIfNotThere);
    if (listed === undefined) return undefined;
    if (listed) return { name: textOf(listed.stdout, 'DisplayName'), version: textOf(listed.stdout, 'DisplayVersion') };
  }
  return null;
}

const run = promisify(execFile);

/** `reg` ends with 1 where there is no such key; where it could not be asked, nothing is known. */
function nullIfNotThere(error: unknown): null | undefined {
  return (error as { code?: unknown }).code === 1 ? null : undefined;
}

function textOf(listing: string, name: string): string {
  return new RegExp(`^\\s*${name}\\s+REG_SZ\\s+(.*?)\\s*$`, 'm').exec(listing)?.[1] ?? '';
}
