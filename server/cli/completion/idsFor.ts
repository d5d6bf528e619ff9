import type { Listed } from '../api.ts';
import { withService } from '../connection.ts';
import type { Invocation } from '../subcommand.ts';

/** Longest that a shell is kept waiting for what to offer, milliseconds. */
const patience = 2000;
/** Most that are offered; a service lists as many at once. */
const most = 200;

/**
 * The installations to offer where an id is asked for: a line each, newest first, its id and behind a tab what tells it from others.
 * Whatever goes wrong, none are offered: somebody is typing, and has asked for nothing to be told.
 */
export async function idsFor({
  settings,
  surroundings,
}: Pick<Invocation, 'settings' | 'surroundings'>): Promise<readonly string[]> {
  const leave = AbortSignal.any([surroundings.leave, AbortSignal.timeout(patience)]);
  let lines: string[] = [];
  await withService(
    settings,
    { ...surroundings, leave },
    async ({ api }) => {
      const { items } = await api.list({ limit: String(most) });
      lines = items.filter(({ id }) => isId.test(id)).map(lineOf);
      return 'done';
    },
    { takesUp: false, mustExist: true },
  ).catch(() => undefined);
  return lines;
}

/** Shells expand what they are offered: nothing but an id comes first in a line, whatever the service that was asked says. */
const isId = /^[0-9a-f-]{36}$/;

/** One line, whatever stands in the name that somebody has given. */
function lineOf({ id, name, status, mode }: Listed): string {
  const about = [name, status, mode].filter(Boolean).join(', ');
  return `${id}\t${about.replace(/\s+/g, ' ')}`;
}
