import { parseArgs } from 'node:util';
import { ConfigurationError, readConfiguration } from './config.ts';
import { FolderInUse } from './dataFolder.ts';
import { createLog } from './log.ts';
import { startService } from './service.ts';

const { values: flags } = parseArgs({
  options: { host: { type: 'string' }, port: { type: 'string' }, data: { type: 'string' }, config: { type: 'string' } },
});

try {
  const config = readConfiguration(process.env, flags);
  const log = createLog(config.logLevel);
  const service = await startService(config, log);
  process.stdout.write(greeting(service.url));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void service.close().then(() => process.exit(0)));
  }
} catch (error) {
  if (!(error instanceof ConfigurationError || error instanceof FolderInUse) && !isSystemError(error)) throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}

function greeting(url: string): string {
  return `mim-setup is ready at ${url}

Rehearse an installation; nothing on this computer is touched:
  curl -s ${url}/api/v1/installations -H 'Content-Type: application/json' -d '{"mode":"rehearsal"}'
Then answer page by page, with the id that it gave:
  curl -s ${url}/api/v1/installations/ID/events -H 'Content-Type: application/json' -d '{"type":"submit","page":"welcome","answers":{}}'
`;
}

/** The address is taken, say, or the folder may not be written: something for the user to mend, not a fault of ours. */
function isSystemError(error: unknown): boolean {
  return (
    error instanceof Error &&
    ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EPERM', 'EROFS', 'ENOSPC'].includes(
      (error as NodeJS.ErrnoException).code ?? '',
    )
  );
}
