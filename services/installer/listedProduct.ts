import { type InstalledProduct, installedProduct } from './installedProduct.ts';
import type { InstallerSettings } from './settings.ts';

/** What Windows Installer says of a product now, as `installedProduct` gives it, asked in the way that the settings tell. */
export async function listedProduct(
  productCode: string | null,
  { platform, installed = (code) => installedProduct(code, platform) }: Pick<InstallerSettings, 'platform' | 'installed'>,
): Promise<InstalledProduct | null | undefined> {
  return await installed(productCode);
}
