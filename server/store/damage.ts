import { setTimeout as pause } from 'node:timers/promises';
import type { DamageFound } from './findDamaged.ts';
import type { Reader } from './reader.ts';

/** How many are read at a time, and how long nothing is looked at in between, milliseconds: whoever works goes first. */
const atATime = 50;
const rest = 10;

/**
 * Looks at all installations, a few at a time, and marks what is damaged.
 *
 * @returns the ids of the damaged ones.
 */
export async function lookForDamage(
  reader: Reader,
  mark: (damaged: readonly string[], mended: readonly string[]) => Promise<void>,
  signal: AbortSignal,
): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | undefined = ''; after !== undefined && !signal.aborted; ) {
    const { damaged, mended, last }: DamageFound = await look(reader, after);
    if (damaged.length + mended.length > 0) await mark(damaged, mended);
    found.push(...damaged);
    after = last;
    if (after !== undefined) await pause(rest, undefined, { signal }).catch(() => {});
  }
  return found;
}

/** One at a time, where something can't even be read. */
async function look(reader: Reader, after: string): Promise<DamageFound> {
  try {
    return await reader.look(atATime, after);
  } catch {
    const [next] = await reader.ids(1, after);
    if (next === undefined) return { damaged: [], mended: [] };
    const whole = (await reader.loadMarked(next))?.saved.kept !== undefined;
    return { damaged: whole ? [] : [next], mended: [], last: next };
  }
}
