import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { View } from '../../server/view/view.ts';
import type { PageAnswers } from '../answers.ts';

/** A view without what differs from one walk to another that is the same: who and when. */
export function same(view: View): unknown {
  const { id: _, createdAt: __, updatedAt: ___, links: ____, ...rest } = view;
  return { ...rest, checks: view.checks.map(({ at: _at, ms: _ms, ...check }) => check) };
}

/** The next event of a walk that answers every page, takes every warning, installs, and ends every task. */
export function nextEvent(view: View, answers: PageAnswers): object | undefined {
  const page = view.page.id;
  switch (view.status) {
    case 'asking':
      return { type: 'submit', page, answers: answers[page] ?? {} };
    case 'warning':
    case 'error':
      return { type: 'acknowledge', page };
    case 'ready':
      return { type: 'install' };
    case 'failed':
      return { type: 'retry' };
    case 'postInstallation':
      return { type: 'complete', task: view.tasks.find(({ state }) => state === 'open')!.id, outcome: 'done' };
    default:
      return undefined;
  }
}

/** How often each line stands in the log of an attempt of the rehearsed installer. */
export function actionsIn(folder: string, id: string, attempt = 1): Map<string, number> {
  const lines = readFileSync(join(folder, 'jobs', id, String(attempt), 'log.txt'), 'utf8').split('\n');
  const actions = lines
    .filter((line) => /^(Action start|Action ended|Rollback): /.test(line))
    .map((line) => line.replace(/\d\d:\d\d:\d\d/, ''));
  return new Map(actions.map((line) => [line, actions.filter((other) => other === line).length]));
}
