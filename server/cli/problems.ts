import { Problem, problems } from '../../machines/vocabulary/problems.ts';
import { CannotAutostart } from '../../services/autostart/cannotAutostart.ts';
import { ConfigurationError } from '../configuration/configurationError.ts';
import { isSystemError } from '../service/systemError.ts';
import { BadBackup } from '../store/backup/backupFile.ts';
import { FolderInUse } from '../store/dataFolder.ts';
import { NewerForm } from '../store/schema/newerForm.ts';
import { StoreNotEmpty, StoreUnavailable } from '../store/unavailable.ts';
import type { Ending } from './exitCodes.ts';
import { Left, Misuse } from './surroundings.ts';

/** A problem as the service tells it (RFC 9457). */
export interface ProblemDetails {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly status?: number;
  readonly remedy?: string;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
  readonly page?: string;
  readonly can?: readonly string[];
}

/** The service has refused a request. */
export class Refused extends Error {
  readonly details: ProblemDetails;

  constructor(details: ProblemDetails) {
    super(details.detail);
    this.name = 'Refused';
    this.details = details;
  }
}

/** No service answers at an address. */
export class Unreachable extends Error {
  constructor(url: string, options?: ErrorOptions) {
    super(`No mim-setup service answers at ${url}. Check the address, and that it runs.`, options);
    this.name = 'Unreachable';
  }
}

/** How an error ends the command, and what is told of it. */
export function endingOf(error: unknown): { readonly ending: Ending; readonly details: ProblemDetails } {
  if (error instanceof Left) return { ending: 'left', details: plain('left', 'Left', error) };
  if (error instanceof Refused) {
    return { ending: isMisuse(error.details) ? 'misused' : 'stopped', details: error.details };
  }
  if (error instanceof Problem) {
    const { title, remedy } = problems[error.code];
    return { ending: 'misused', details: { code: error.code, title, detail: error.message, remedy } };
  }
  for (const [kind, code, title] of expected) {
    if (error instanceof kind) return { ending: 'misused', details: plain(code, title, error) };
  }
  if (isSystemError(error)) return { ending: 'misused', details: plain('system', 'The system refuses', error) };
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { ending: 'fault', details: { code: 'unexpected', title: problems.unexpected.title, detail } };
}

/** What was given is not valid, and nothing was begun by it: nobody who is not let in, no such thing, no such value. */
function isMisuse({ status = 0, code }: ProblemDetails): boolean {
  return [401, 403, 404, 413, 415].includes(status) || code === 'invalid-request';
}

const expected = [
  [Misuse, 'misuse', 'The command cannot be carried out as given'],
  [ConfigurationError, 'configuration', 'The configuration is not valid'],
  [CannotAutostart, 'autostart', 'It cannot be started with the computer as given'],
  [FolderInUse, 'folder-in-use', 'The data folder is in use'],
  [StoreUnavailable, 'storage', 'The storage cannot be used'],
  [StoreNotEmpty, 'not-empty', 'Something is kept there already'],
  [NewerForm, 'newer-form', 'A newer version has made it'],
  [BadBackup, 'bad-backup', 'The backup cannot be read'],
  [Unreachable, 'unreachable', 'The service cannot be reached'],
] as const;

function plain(code: string, title: string, { message }: Error): ProblemDetails {
  return { code, title, detail: message };
}
