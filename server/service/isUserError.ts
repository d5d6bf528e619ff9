import { ConfigurationError } from '../configuration/configurationError.ts';
import { FolderInUse } from '../store/dataFolder.ts';
import { StoreUnavailable } from '../store/unavailable.ts';
import { isSystemError } from './systemError.ts';

/** Whether what keeps the service from starting is something to mend, and not a fault of ours. */
export function isUserError(error: unknown): error is Error {
  if ([ConfigurationError, FolderInUse, StoreUnavailable].some((kind) => error instanceof kind) || isSystemError(error))
    return true;
  return error instanceof TypeError && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
}
