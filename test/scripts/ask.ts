import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { parse } from '../../services/powershell/powershell.ts';
import type { PowerShellSession, Ran } from '../peers/powershell/session.ts';
import { describeWindows, type WindowsWorld } from '../peers/powershell/windows.ts';

export interface Asked<T> {
  readonly answer: T;
  readonly ran: Ran;
  readonly journal: readonly Readonly<Record<string, unknown>>[];
}

/** One of the scripts that the checks ask, run by `ask.ps1` as in the product, under a Windows; read as the product reads it. */
export async function askUnder<T>(
  session: PowerShellSession,
  script: string,
  schema: z.ZodType<T>,
  asked: object,
  world: WindowsWorld,
): Promise<Asked<T>> {
  await using windows = await describeWindows(world);
  const ran = await session.run({
    script: pathOf('services/powershell/ask.ps1'),
    arguments: { Script: pathOf(script), Asked: Buffer.from(JSON.stringify(asked)).toString('base64') },
    windows,
  });
  if (ran.error !== null) throw new Error(ran.error);
  return { answer: parse(ran.printed, schema), ran, journal: await windows.journal() };
}

/** A file of the project. */
export function pathOf(file: string): string {
  return fileURLToPath(new URL(`../../${file}`, import.meta.url));
}
