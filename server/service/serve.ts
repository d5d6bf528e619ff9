import type { Configuration } from '../configuration/configuration.ts';
import { readConfiguration } from '../configuration/readConfiguration.ts';
import { limitHeapGrowth } from './limitHeapGrowth.ts';
import { logOf } from './log.ts';
import { startService } from './service.ts';
import { startTraces } from './traces.ts';

/** A service that was started, and whatever was to run beside it. */
export interface Serving {
  readonly config: Configuration;
  readonly url: string;
  /** Where it is and what to try, for whoever started it. */
  readonly greeting: string;
  close(): Promise<void>;
}

/**
 * Starts the service as it is configured. What `npm start` and `mim-setup serve` have in common.
 *
 * @param called how the command line is called, for the greeting.
 * @throws {ConfigurationError} with everything that is not valid.
 * @throws {FolderInUse} where another process owns the data folder.
 */
export async function serve(
  environment: Readonly<Record<string, string | undefined>>,
  { inspect = false, ...flags }: Readonly<Record<string, unknown>> & { readonly inspect?: boolean | undefined },
  called: string,
): Promise<Serving> {
  limitHeapGrowth();
  const config = readConfiguration(environment, flags);
  const stopTraces = config.traces === undefined ? undefined : await startTraces(config.traces);
  const service = await startService(config, logOf(config));
  const inspector = inspect ? await (await import('../inspect/inspector.ts')).startInspector(service.installations) : undefined;
  return {
    config,
    url: service.url,
    greeting: greetingOf(service.url, called) + (inspector?.greeting ?? ''),
    async close() {
      await Promise.all([inspector?.close(), service.close()]);
      await stopTraces?.();
    },
  };
}

function greetingOf(url: string, called: string): string {
  return `mim-setup is ready at ${url}

Open that address in a browser for the wizard; a rehearsal touches nothing on this computer. Or be asked in a terminal:
  ${called} wizard --url ${url}
Or by any program:
  curl -s ${url}/api/v1/installations -H 'Content-Type: application/json' -d '{"mode":"rehearsal"}'
Then answer page by page, with the id that it gave:
  curl -s ${url}/api/v1/installations/ID/events -H 'Content-Type: application/json' -d '{"type":"submit","page":"welcome","answers":{}}'
The API is described at ${url}/api/v1/docs/
`;
}
