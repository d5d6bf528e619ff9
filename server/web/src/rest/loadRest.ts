type Rest = typeof import('./rest.ts');

let rest: Rest | undefined;
let waitedFor: Promise<Rest> | undefined;

/** The rest of the page did not come: the service is away, or of a release with other files. */
export class NotLoaded extends Error {}

/** Loads the rest before anybody asks for it. Where that fails, it is loaded when somebody does. */
export function loadAhead(): void {
  load().catch(() => undefined);
}

/** The rest, where it is loaded already; else what comes of loading it. @throws {NotLoaded} */
export function restOfPage(): Rest | Promise<Rest> {
  if (rest) return rest;
  waitedFor ??= load();
  return waitedFor;
}

async function load(): Promise<Rest> {
  try {
    rest = await import('./rest.ts');
    return rest;
  } catch (cause) {
    throw new NotLoaded(undefined, { cause });
  }
}
