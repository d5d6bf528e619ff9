/** A version of SQL Server, as `SERVERPROPERTY('ProductVersion')` and the first reply of the protocol both give it. */
export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly build: number;
}

/** Reads `15.0.4322.2`, or returns null for a text that is no version. */
export function versionOf(text: string): Version | null {
  const [, major, minor, build] = /^(\d+)\.(\d+)\.(\d+)/.exec(text) ?? [];
  return build ? { major: Number(major), minor: Number(minor), build: Number(build) } : null;
}

/** What people call it: `SQL Server 2019 (15.0.4322)`. */
export function nameOf({ major, minor, build }: Version): string {
  return `SQL Server ${releaseOf(major, minor)}(${major}.${minor}.${build})`;
}

const releases: Readonly<Record<number, string>> = {
  9: '2005',
  11: '2012',
  12: '2014',
  13: '2016',
  14: '2017',
  15: '2019',
  16: '2022',
  17: '2025',
};

function releaseOf(major: number, minor: number): string {
  const release = major === 10 ? (minor >= 50 ? '2008 R2' : '2008') : releases[major];
  return release ? `${release} ` : '';
}
