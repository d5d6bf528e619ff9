import { type AnswersFile, outcomeFor } from '../../answers/answersFile.ts';
import type { View } from '../../view/view.ts';
import type { Api } from '../api.ts';
import type { News } from '../follow.ts';
import { Refused } from '../problems.ts';
import { untilSettled } from '../untilSettled.ts';

/**
 * Goes on with an installation, by its status: follows what runs, retries what has failed, closes tasks, and walks on where answers
 * are asked, with the runner that the table names now.
 *
 * @throws {Refused}, {Unreachable}, or the reason of the signal that aborted it.
 */
export async function goOn(
  api: Api,
  begun: View,
  { runner, file }: { readonly runner: string | undefined; readonly file: AnswersFile },
  { signal, tell }: { readonly signal: AbortSignal; readonly tell: (news: News) => void },
): Promise<View> {
  const { id, status, can } = begun;
  if (status === 'finished') return begun;
  let { revision } = begun;
  if (status === 'failed' && file.install && can.includes('retry')) await api.send(id, { type: 'retry' });
  else if (!notWalked.includes(status)) {
    if (runner !== undefined && begun.runner !== runner) ({ revision } = await api.assign(id, runner));
    await api.walk(id, file);
  }
  const view = await untilSettled(api, id, { after: revision, tell, signal });
  return view.status === 'postInstallation' ? await closeTasks(api, view, file.complete) : view;
}

/** Where no page is asked any more. */
const notWalked: readonly string[] = ['installing', 'failed', 'postInstallation'];

/** Closes the tasks that the file closes: what was retried, or followed, is no longer walked by it. One that may not end yet stays. */
async function closeTasks(api: Api, { id, tasks }: View, complete: AnswersFile['complete']): Promise<View> {
  for (const { id: task, state } of tasks) {
    const ended = state === 'open' && outcomeFor(complete, task);
    if (!ended) continue;
    await api.send(id, { type: 'complete', task, ...ended }).catch((error) => {
      if (!(error instanceof Refused && error.details.code === 'invalid-answers')) throw error;
    });
  }
  return await api.view(id);
}
