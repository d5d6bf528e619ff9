import { Problem } from '../../machines/vocabulary/problems.ts';
import type { Installations } from '../host/installations.ts';
import { type LoadedInstallation, toLoaded } from '../host/loadedInstallation.ts';
import { StoreUnavailable } from '../store/unavailable.ts';
import type { Wording } from '../view/wording.ts';
import { installerLogs } from './installerLogs.ts';
import type { Collecting, Making } from './making.ts';
import { partsOf } from './parts.ts';
import { type Missing, readMe } from './readMe.ts';
import type { Entry } from './zipped.ts';

/**
 * Everything about an installation that helps whoever is asked for help, as the files of an archive; no secret is among it. Of one
 * that is damaged it has what can still be had. What could not be had is told in `README.txt`, with the reason.
 *
 * @throws {Problem} `not-found`
 * @throws {StoreUnavailable} where the storage can't be used at all.
 */
export async function collect(collecting: Collecting, id: string, now: Date, wording: Wording): Promise<Entry[]> {
  const { installations, jobsFolder, report } = collecting;
  const saved = await installations.find(id);
  const { loaded, damage } = await asFarAsReadable(installations, id);
  const missing: Missing[] = [];
  const entries: { name: string; about: string; text: string }[] = [];
  const making: Making = { ...collecting, saved, loaded, now, wording };
  for (const { name, about, make } of partsOf(making)) {
    try {
      entries.push({ name, about, text: await make() });
    } catch (error) {
      if (isOutage(error)) throw error;
      if (!(error instanceof Problem)) report(error, { installation: id, part: name });
      missing.push({ name, why: error instanceof Problem ? error.message : 'It could not be made.' });
    }
  }
  const logs = await installerLogs(jobsFolder, id);
  const text = readMe({ saved, loaded, damage, now, parts: [...entries, ...logs], missing }, wording);
  return [{ name: 'README.txt', text }, ...entries, ...logs];
}

interface Readable {
  /** Nothing, where no state of it can be used. */
  readonly loaded: LoadedInstallation | undefined;
  /** What is wrong with it; nothing, where it is whole. */
  readonly damage: string | undefined;
}

/** As it is; of one that can't be used as the last entry of its journal has it. */
async function asFarAsReadable(installations: Installations, id: string): Promise<Readable> {
  try {
    return { loaded: await installations.load(id), damage: undefined };
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'not-found') throw error;
    return { loaded: await byItsJournal(installations, id), damage: error.message };
  }
}

async function byItsJournal(installations: Installations, id: string): Promise<LoadedInstallation | undefined> {
  try {
    const [saved, journal] = await Promise.all([installations.find(id), installations.journal(id)]);
    const last = journal.at(-1);
    const { revision, at, to, kept } = last ?? {};
    return last && toLoaded({ ...saved, revision: revision!, updatedAt: at!, page: to!, kept, walk: null });
  } catch (error) {
    if (error instanceof Problem || isDamage(error)) return undefined;
    throw error;
  }
}

function isOutage(error: unknown): boolean {
  return error instanceof StoreUnavailable && !isDamage(error);
}

/** What is damaged in the storage itself stands in the way of its own part alone. */
function isDamage(error: unknown): boolean {
  return error instanceof StoreUnavailable && error.reason === 'damaged';
}
