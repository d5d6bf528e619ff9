import { hostname, release, version } from 'node:os';
import { readPackage } from '../../../services/package/readPackage.ts';
import type { AboutRunner } from '../messages.ts';
import { ownVersion } from '../version.ts';

/** What a runner says of itself: its program, its server, and the package that it is configured with. */
export async function aboutThis(packagePath: string | undefined, signal: AbortSignal): Promise<AboutRunner> {
  return {
    version: ownVersion,
    platform: process.platform,
    system: `${version()} ${release()}`.slice(0, 255),
    host: hostname().slice(0, 255),
    package: packagePath === undefined ? null : await packageAt(packagePath, signal),
  };
}

/** One that can't be read is told as such by the check of the package. */
async function packageAt(path: string, signal: AbortSignal): Promise<AboutRunner['package']> {
  const found = await readPackage(path, { signal }).catch(() => null);
  const cut = (text: string | null | undefined) => text?.slice(0, 255) ?? null;
  return { path: path.slice(0, 2000), productName: cut(found?.productName), productVersion: cut(found?.productVersion) };
}
