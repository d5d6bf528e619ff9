import { hostname, release, version as systemVersion } from 'node:os';
import type { ComesBack } from '../../../services/host/judgeAutostart.ts';
import { readPackage } from '../../../services/package/readPackage.ts';
import type { AboutRunner } from '../messages.ts';

/** How long the system may take to tell what starts with it, milliseconds. */
const patience = 30_000;

/** What a runner says of itself as it begins: its program, its server, its package, and whether it comes back after a restart. */
export async function aboutThis(
  version: string,
  packagePath: string | undefined,
  comesBack: ComesBack,
  signal: AbortSignal,
): Promise<AboutRunner> {
  const [standing, packageHere] = await Promise.all([
    comesBack(AbortSignal.any([signal, AbortSignal.timeout(patience)])).catch(() => null),
    packagePath === undefined ? null : packageAt(packagePath, signal),
  ]);
  return {
    version,
    platform: process.platform,
    system: `${systemVersion()} ${release()}`.slice(0, 255),
    host: hostname().slice(0, 255),
    package: packageHere,
    autostart: standing && { comesBack: standing.comesBack, why: standing.reasons.join(' ').slice(0, 2000) || null },
  };
}

/** One that can't be read is told as such by the check of the package. */
async function packageAt(path: string, signal: AbortSignal): Promise<AboutRunner['package']> {
  const found = await readPackage(path, { signal }).catch(() => null);
  const cut = (text: string | null | undefined) => text?.slice(0, 255) ?? null;
  return { path: path.slice(0, 2000), productName: cut(found?.productName), productVersion: cut(found?.productVersion) };
}
