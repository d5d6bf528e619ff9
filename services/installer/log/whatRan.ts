import { itsFeatures, itsProperties } from '../../package/comparePlan.ts';

/** To what purpose Windows Installer ran. */
export type Purpose = 'installation' | 'removal' | 'repair' | 'change';

/** What a log says of the product and the purpose of its run; of each the last word counts, for what is nested comes before. */
export interface Evidence {
  /** By how it ended, by what was asked for, and by what was done: the first that is known counts. */
  status: Purpose | null;
  asked: Purpose | null;
  done: Purpose | null;
  /** The product's name, and the file of its package. */
  product: string | null;
  package: string | null;
  /** Whether it names what only this product has. */
  isOurs: boolean;
}

/**
 * What ran: this product, another one by its name, or `unknown`. A name in another script may be a translated one, so it tells
 * nothing.
 */
export function productOf({ isOurs, product, package: file }: Evidence): 'ours' | 'unknown' | { readonly another: string } {
  if (isOurs || ourName.test(product ?? '') || (product === null && ourFile.test(file ?? ''))) return 'ours';
  return product === null || /[^\p{ASCII}\p{P}\p{S}]/u.test(product) ? 'unknown' : { another: product };
}

/** To what purpose it ran; null where nobody can tell. */
export function purposeOf({ status, asked, done }: Evidence): Purpose | null {
  if (status === 'change' && asked === 'repair') return 'repair';
  return status ?? asked ?? done;
}

/** Whether a feature or a property is one of those by which the product is known, whatever it is called. */
export function isOurMark(name: string): boolean {
  return marks.has(name);
}

/** By the last messages of an installation, a removal and a configuration (Microsoft Learn, "Windows Installer Error Messages"). */
export const purposeOfMessage: Readonly<Record<number, Purpose>> = {
  1707: 'installation',
  1708: 'installation',
  1724: 'removal',
  1725: 'removal',
  1728: 'change',
  1729: 'change',
};

/** Keeps what an action that makes changes tells of the purpose. An installation removes things as well, but not the other way. */
export function doneBy(evidence: Evidence, action: string): void {
  if (installing.has(action)) evidence.done = 'installation';
  else if (removing.has(action)) evidence.done ??= 'removal';
}

/** By a property that asks for it; null where it asks for nothing of the kind. */
export function purposeOfProperty(name: string, value: string): Purpose | null {
  if (name === 'REMOVE' && value === 'ALL') return 'removal';
  return name === 'REINSTALL' && value !== '' ? 'repair' : null;
}

const marks: ReadonlySet<string> = new Set([...itsFeatures, ...itsProperties]);
const ourName = /Identity Manager Service and Portal/i;
const ourFile = /(?:^|[\\/])Service and Portal\.msi$/i;
const installing: ReadonlySet<string> = new Set(['InstallFiles', 'InstallServices', 'PublishFeatures', 'CreateShortcuts']);
const removing: ReadonlySet<string> = new Set(['UnpublishFeatures', 'DeleteServices', 'RemoveRegistryValues', 'RemoveFiles']);
