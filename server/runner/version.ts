import manifest from '../../package.json' with { type: 'json' };

/** The version of this program. */
export const ownVersion: string = manifest.version;

/** Whether a service and a runner understand each other: both are of one minor version. */
export function worksWith(one: string, other: string): boolean {
  return minorOf(one) === minorOf(other);
}

/** What a runner of another version is told, and whoever looks for it. */
export function otherVersion(runner: string, name: string, service = ownVersion): string {
  return `The runner ${name} is of version ${runner}, and the service of ${service}. Copy the bundle of ${service} to its server, and start it again from there: it keeps its token, and finds what it has begun.`;
}

function minorOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}
