import type { AnswersFile } from '../../answers/answersFile.ts';
import { fillSecrets } from '../file/fillSecrets.ts';
import { type FindingInFile, judgeFile, stopsOnTheWay } from '../file/judgeFile.ts';
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
  { environment }: Pick<Surroundings, 'environment'>,
  out: Output,
): PreparedServer[] | undefined {
  const wrong: { readonly server: string; readonly findings: readonly FindingInFile[] }[] = [];
  const madeUp = new Set<string>();
  const prepared = servers.flatMap(({ document, ...server }) => {
    const { findings, understood } = judgeFile(document);
    const errors = findings.filter(({ severity, code }) => severity === 'error' && !stopsOnTheWay.includes(code));
    const filled = understood && fillSecrets(document, understood.file, understood.secrets, environment, { mode });
    for (const name of filled?.madeUp ?? []) madeUp.add(name);
    const all = [...errors, ...(filled?.missing ?? [])];
    if (all.length > 0) wrong.push({ server: server.name, findings: all });
    return filled ? [{ ...server, file: install ? { ...filled.file, install: true } : filled.file }] : [];
  });
  if (wrong.length === 0) {
    if (madeUp.size > 0) out.remark(`Not set, so rehearsed with a made-up secret: ${[...madeUp].join(', ')}.`);
    return prepared;
  }
  out.json({ valid: false, servers: wrong });
  for (const { server, findings } of wrong)
    for (const { page, field, message } of findings)
      out.line(`${server}: ${[page, field].filter(Boolean).join('.')}: ${message}`);
  out.line(`Nothing was begun. Mend the answers of ${wrong.length} of ${servers.length} servers, and run it again.`);
  return undefined;
}
