/** The parts of the page that the first look does without. */
export type Parts = typeof import('./parts.ts');

let loaded: Parts | undefined;
let waitedFor: Promise<Parts> | undefined;

/** The parts did not come: the service is away, or of a release with other files. */
export class NotLoaded extends Error {}

/** Loads the parts before anybody asks for one. Where that fails, they are loaded when somebody does. */
export function loadAhead(): void {
  load().catch(() => undefined);
}

/** The parts, where they are loaded already; else what comes of loading them. @throws {NotLoaded} */
export function loadParts(): Parts | Promise<Parts> {
  if (loaded) return loaded;
  waitedFor ??= load();
  return waitedFor;
}

async function load(): Promise<Parts> {
  try {
    loaded = await import('./parts.ts');
    return loaded;
  } catch (cause) {
    throw new NotLoaded(undefined, { cause });
  }
}
