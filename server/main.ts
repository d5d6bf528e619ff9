import { parseArgs } from 'node:util';
import { ConfigurationError } from './config.ts';
import { FolderInUse } from './dataFolder.ts';
import { serve } from './serve.ts';
import { isSystemError } from './systemError.ts';

const { values: flags } = parseArgs({
  options: { host: { type: 'string' }, port: { type: 'string' }, data: { type: 'string' }, config: { type: 'string' } },
});

try {
  const { service, greeting } = await serve(process.env, flags);
  process.stdout.write(greeting);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void service.close().then(() => process.exit(0)));
  }
} catch (error) {
  if (!(error instanceof ConfigurationError || error instanceof FolderInUse) && !isSystemError(error)) throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
