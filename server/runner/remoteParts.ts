import { join } from 'node:path';
import type { z } from 'zod';
import { mapSecretFields } from '../../machines/answers/secretFields.ts';
import { isPageId, pageOf } from '../../machines/pages/screens.ts';
import type { Call, Progress } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { Subject } from '../../machines/ports/subjects.ts';
import { type Area, areaOf, type PartName, type Parts, secretsFor } from '../../services/live/parts.ts';
import { mask } from '../../services/secrets/mask.ts';
import type { RunnerConnection } from './connection.ts';
import { outputs, progressForm } from './judge.ts';
import { KeptLog } from './keptLog.ts';

/** What stands beside the connection. */
export interface RemoteSettings {
  /**
   * The parts that the service does itself, of areas that are not the server's own; with the runner's reading of local rights.
   *
   * @param server the name of the runner's host: what is asked about the server is meant of that one.
   */
  localParts(read: Parts['localRights'], server: string): Parts;
  /** The areas of those. */
  readonly madeHere: readonly Area[];
  readonly jobsFolder: string;
}

/**
 * The parts as a runner does them: each call goes over with its data, and what comes back is judged.
 *
 * @param server the name of its host.
 */
export function remoteParts(
  connection: Pick<RunnerConnection, 'make' | 'refuse'>,
  server: string,
  { localParts, madeHere, jobsFolder }: RemoteSettings,
): Parts {
  async function ask<Output>(
    part: PartName,
    form: z.ZodType<Output>,
    input: unknown,
    { signal, progress }: Call,
    log?: KeptLog,
  ): Promise<Output> {
    const output = await connection.make({
      part,
      input,
      signal,
      ...(log && { log }),
      progress(told) {
        const judged = progressForm.safeParse(told);
        if (judged.success) progress(judged.data as Progress);
        else connection.refuse(`A runner has told what is no progress of ${part}: ${judged.error.message}`);
      },
    });
    const judged = form.safeParse(output);
    if (judged.success) return judged.data;
    throw new Error(`What a runner has found by ${part} is not valid: ${judged.error.message}`);
  }
  const check = (part: PartName) => async (subject: Subject, call: Call) => {
    const results = (await ask(part, outputs.checks, narrowed(part, subject), call)) as readonly CheckResult[];
    const page = 'page' in subject ? subject.page : part === 'closing' ? 'postInstallation' : 'ready';
    if (results.every((result) => result.page === page)) return results;
    throw new Error(`A runner that was asked about ${part} has told of another page than ${String(page)}.`);
  };
  const localRights: Parts['localRights'] = (subject, call) => ask('localRights', outputs.localRights, subject, call);
  const checks = (Object.keys(areaOf) as PartName[])
    .filter((part) => part !== 'install' && part !== 'stopInstaller' && part !== 'localRights')
    .map((part) => [part, check(part)]);
  const own = localParts(localRights, server);
  const here = (Object.keys(areaOf) as PartName[])
    .filter((part) => areaOf[part] !== 'server' && madeHere.includes(areaOf[part]))
    .map((part) => [part, own[part]]);
  return {
    ...(Object.fromEntries([...checks, ...here]) as Parts),
    localRights,
    install: (job, call) =>
      ask('install', outputs.install, job, call, new KeptLog(join(jobsFolder, job.installation, String(job.attempt), 'log.txt'))),
    stopInstaller: async (job, call) => void (await ask('stopInstaller', outputs.stopInstaller, job, call)),
  };
}

/** The subject with the secrets that the part needs; in the place of the others stands the mask. */
function narrowed(part: PartName, subject: Subject): Subject {
  const needed = secretsFor[areaOf[part]] ?? {};
  const answers = Object.entries(subject.answers).map(([page, given]) => {
    if (!isPageId(page)) return [page, given];
    return [page, mapSecretFields(pageOf(page).fields, given, (secret, path) => (needed[page] === path ? secret : mask))];
  });
  return { ...subject, answers: Object.fromEntries(answers) as Subject['answers'] };
}
