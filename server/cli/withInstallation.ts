import type { Command } from 'commander';
import type { Api } from './api.ts';
import { type Connection, withService } from './connection.ts';
import type { Ending } from './exitCodes.ts';
import type { Invocation, Perform } from './subcommand.ts';
import { Misuse } from './surroundings.ts';

/** An installation that exists, and the service that has it. */
export interface Found extends Connection {
  readonly id: string;
}

/** Makes a subcommand one about an installation: its argument, and what is done with the one that it names. */
export function onInstallation<Options = object>(
  command: Command,
  perform: Perform,
  talk: (found: Found, invocation: Invocation, options: Options) => Promise<Ending>,
  starting?: { readonly takesUp: boolean },
): void {
  command
    .argument('<id>', 'The installation, as `list` gives it; the beginning of its id will do.')
    .action((beginning: string, options: Options) =>
      perform((invocation) => withInstallation(beginning, invocation, (found) => talk(found, invocation, options), starting)),
    );
}

/**
 * Talks about an installation that exists, named by its id or the beginning of it. Where there is no data folder, none is made.
 *
 * @throws {Misuse} where several ids begin so, and names them.
 */
export function withInstallation(
  beginning: string,
  { settings, surroundings }: Pick<Invocation, 'settings' | 'surroundings'>,
  talk: (found: Found) => Promise<Ending>,
  { takesUp = true } = {},
): Promise<Ending> {
  return withService(
    settings,
    surroundings,
    async (connection) => talk({ ...connection, id: await idOf(connection.api, beginning) }),
    { takesUp, mustExist: true },
  );
}

/**
 * The one id that begins so. What none begins with is left as it is: the service says that there is none.
 *
 * @throws {Misuse} where several begin so, and names them.
 */
export async function idOf(api: Api, beginning: string): Promise<string> {
  if (isWhole.test(beginning)) return beginning;
  const candidates: string[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const { items, next }: Awaited<ReturnType<Api['list']>> = await api.list({ limit: '200', ...(cursor && { cursor }) });
    candidates.push(...items.map(({ id }) => id).filter((id) => id.startsWith(beginning.toLowerCase())));
    cursor = next;
  }
  if (candidates.length > 1)
    throw new Misuse(`Several installations begin with ${beginning}: ${named(candidates)}. Give more of it.`);
  return candidates[0] ?? beginning;
}

const isWhole = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The first few of them. */
function named(ids: readonly string[]): string {
  const shown = ids.slice(0, 5).join(', ');
  return ids.length > 5 ? `${shown} and ${ids.length - 5} more` : shown;
}
