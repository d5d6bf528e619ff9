import type { AnswersFile } from '../../answers/answersFile.ts';
import { type FindingInFile, isWrong } from '../file/judgeFile.ts';
import { prepared, remarkMadeUp } from '../file/prepareFile.ts';
import type { Output } from '../output.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ServerOfTable } from './serverTable.ts';

/** A server with its answers as they are sent. */
export interface PreparedServer extends Omit<ServerOfTable, 'document'> {
  readonly file: AnswersFile;
}

/**
 * Judges the answers of all servers, and fills in their secrets. Nothing, where those of any are not valid: then every finding of
 * each is told, and none is begun.
 */
export function prepareEach(
  servers: readonly ServerOfTable[],
  { mode, install }: { readonly mode: 'rehearsal' | 'live'; readonly install: boolean },
  surroundings: Pick<Surroundings, 'environment'>,
  out: Output,
): PreparedServer[] | undefined {
  const wrong: { readonly server: string; readonly findings: readonly FindingInFile[] }[] = [];
  const madeUp: string[] = [];
  const all = servers.flatMap(({ document, ...server }) => {
    const ready = prepared(document, { mode }, surroundings);
    if ('findings' in ready) {
      wrong.push({ server: server.name, findings: ready.findings.filter(isWrong) });
      return [];
    }
    madeUp.push(...ready.madeUp);
    return [{ ...server, file: install ? { ...ready.file, install } : ready.file }];
  });
  if (wrong.length === 0) {
    remarkMadeUp(madeUp, out);
    return all;
  }
  out.json({ valid: false, servers: wrong });
  for (const { server, findings } of wrong)
    for (const { page, field, message } of findings)
      out.line(`${server}: ${[page, field].filter(Boolean).join('.')}: ${message}`);
  out.line(`Nothing was begun. Mend the answers of ${wrong.length} of ${servers.length} servers, and run it again.`);
  return undefined;
}
