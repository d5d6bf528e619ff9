import { parseArgs } from 'node:util';
import { ConfigurationError } from './configuration/configurationError.ts';
import { serve } from './service/serve.ts';
import { isSystemError } from './service/systemError.ts';
import { FolderInUse } from './store/dataFolder.ts';
import { StoreUnavailable } from './store/unavailable.ts';

const text = { type: 'string' } as const;

try {
  const { values } = parseArgs({ options: { host: text, port: text, data: text, config: text, inspect: { type: 'boolean' } } });
  const serving = await serve(process.env, values);
  process.stdout.write(serving.greeting);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void serving.close().then(() => process.exit(0)));
  }
} catch (error) {
  if (!isForTheUser(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

/** Something to mend, not a fault of ours. */
function isForTheUser(error: unknown): error is Error {
  if ([ConfigurationError, FolderInUse, StoreUnavailable].some((kind) => error instanceof kind) || isSystemError(error))
    return true;
  return error instanceof TypeError && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
}
