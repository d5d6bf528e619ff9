import { type Configuration, readConfiguration } from './config.ts';
import { createLog } from './log.ts';
import { type Service, startService } from './service.ts';

/**
 * Starts the service as it is configured. What `npm start` and `mim-setup serve` have in common.
 *
 * @throws {ConfigurationError} with everything that does not do.
 * @throws {FolderInUse} where another process owns the data folder.
 */
export async function serve(
  environment: Readonly<Record<string, string | undefined>>,
  flags: Readonly<Record<string, unknown>>,
): Promise<{ readonly config: Configuration; readonly service: Service; readonly greeting: string }> {
  const config = readConfiguration(environment, flags);
  const service = await startService(config, createLog(config.logLevel));
  return { config, service, greeting: greetingOf(service.url) };
}

function greetingOf(url: string): string {
  return `mim-setup is ready at ${url}

Rehearse an installation; nothing on this computer is touched:
  curl -s ${url}/api/v1/installations -H 'Content-Type: application/json' -d '{"mode":"rehearsal"}'
Then answer page by page, with the id that it gave:
  curl -s ${url}/api/v1/installations/ID/events -H 'Content-Type: application/json' -d '{"type":"submit","page":"welcome","answers":{}}'
`;
}
