import { isBuild, isOlder } from './builds.ts';
import table from './supportedPlatforms.json' with { type: 'json' };

/** A release that the MIM Service and Portal run on or with, as `supportedPlatforms.json` has it. */
export interface Platform {
  /** What people call it: `Windows Server 2019`. */
  readonly name: string;
  /** The first number of its version, where there are several in the list. */
  readonly major?: number;
  /** The oldest build that is supported, and what people call it. */
  readonly from: number;
  readonly with?: string;
  /** The service pack of MIM 2016 from which on it is supported. */
  readonly needs?: string;
  /** Whether Microsoft recommends it for a new installation; it does, left out. */
  readonly recommended?: boolean;
}

/**
 * Whether a release is supported: `byServicePack` where it takes a later service pack of MIM 2016 than SP2; `outdated` where a
 * release that is supported lacks updates.
 */
export interface Support {
  readonly is: 'older' | 'outdated' | 'supported' | 'byServicePack' | 'newer';
  /** The release; the oldest, or the newest, that is supported where it is beyond them. */
  readonly platform: Platform;
}

/** By the build of Windows Server, such as 17763. */
export function windowsSupport(build: number): Support {
  const support = supportIn(table.windowsServer, undefined, build);
  // Builds of one release stay close to its first; one far beyond the last is of a release that nobody has heard of here.
  const isLast = support.platform === table.windowsServer.at(-1);
  return isLast && build >= support.platform.from + releaseApart ? { is: 'newer', platform: support.platform } : support;
}

/** By the first and the third number of SQL Server's version: 15 and 4322 of `15.0.4322.2`. */
export function sqlServerSupport({ major, build }: { readonly major: number; readonly build: number }): Support {
  return supportIn(table.sqlServer, major, build);
}

/** By the version that SharePoint states of itself, such as `16.0.0.10337`; null for a text that is none. */
export function sharePointSupport(version: string): Support | null {
  const [, major, build] = /^(\d+)\.\d+\.(?:\d+\.)?(\d+)$/.exec(version.trim()) ?? [];
  if (build === undefined) return null;
  const sixteen = 16;
  if (Number(major) !== sixteen)
    return { is: Number(major) < sixteen ? 'older' : 'newer', platform: edge(table.sharePoint, Number(major) < sixteen) };
  return supportIn(table.sharePoint, undefined, Number(build));
}

/** What to say of a release that only a later service pack supports, a sentence. */
export function byServicePack({ name, needs = '' }: Platform): string {
  const build = (table.servicePacks as Readonly<Record<string, string>>)[needs];
  return `${name} is supported by MIM 2016 ${needs} (build ${build}) and later: see that the package which you install is of that build.`;
}

/** Of which service pack of MIM 2016 a package is, by its version; null for one before the first, and where that is no build. */
export function servicePackOf(version: string | null): string | null {
  if (version === null || !isBuild(version)) return null;
  return Object.entries(table.servicePacks).findLast(([, first]) => !isOlder(version, first))?.[0] ?? null;
}

/** What the last service pack is needed for, and the build that it begins with. */
export const lastServicePack = {
  name: 'SP3',
  build: table.servicePacks.SP3,
  neededFor: [...table.windowsServer, ...table.sqlServer, ...table.sharePoint].filter(isLater).map(({ name }) => name),
} as const;

/** What the server needs besides what it runs on. */
export const prerequisites = table.prerequisites;

/** Where Microsoft says all this, and as of when it was read. */
export const platformsSource = `${table.source}, as of ${table.asOf}`;

function supportIn(platforms: readonly Platform[], major: number | undefined, build: number): Support {
  if (major === undefined) {
    const platform = platforms.findLast(({ from }) => from <= build);
    if (!platform) return { is: 'older', platform: edge(platforms, true) };
    return { is: isLater(platform) ? 'byServicePack' : 'supported', platform };
  }
  const platform = platforms.find((one) => one.major === major);
  if (!platform)
    return major > (platforms.at(-1)?.major ?? 0)
      ? { is: 'newer', platform: edge(platforms, false) }
      : { is: 'older', platform: edge(platforms, true) };
  if (build < platform.from) return { is: 'outdated', platform };
  return { is: isLater(platform) ? 'byServicePack' : 'supported', platform };
}

/** Builds of Windows Server lie thousands apart from one release to the next. */
const releaseApart = 1_000;

function isLater({ needs }: Platform): boolean {
  return needs === 'SP3';
}

function edge(platforms: readonly Platform[], first: boolean): Platform {
  return platforms.at(first ? 0 : -1)!;
}
