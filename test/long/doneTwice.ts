import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { actionsIn } from '../host/undisturbed.ts';

/** What the rehearsed installer of an installation has done more than once in one attempt. */
export function doneTwice(folder: string, id: string): string[] {
  const jobs = join(folder, 'jobs', id);
  const attempts = existsSync(jobs) ? readdirSync(jobs).map(Number).filter(Number.isInteger) : [];
  return attempts.flatMap((attempt) =>
    [...actionsIn(folder, id, attempt)].filter(([, times]) => times > 1).map(([line, times]) => `${id}: ${line} ${times} times`),
  );
}
