import { setTimeout as pause } from 'node:timers/promises';
import type { View } from '../view/view.ts';
import type { Api } from './api.ts';
import type { News } from './follow.ts';

/** Whether something runs that the installation waits for: a check, the installer, or the look at what is installed. */
export function isBusy({ status, can }: Pick<View, 'status' | 'can'>): boolean {
  if (status === 'checking' || status === 'installing') return true;
  return (status === 'ready' || status === 'postInstallation') && !can.includes('recheck');
}

/**
 * Follows an installation until it waits for somebody, or has ended, and tells everything after a revision on the way. One that is
 * being walked by a file does not wait for anybody between two steps of the walk.
 *
 * @throws the signal's reason when it aborts.
 */
export async function untilSettled(
  api: Api,
  id: string,
  {
    after,
    tell,
    signal,
    walked = false,
  }: { readonly after: number; readonly tell: (news: News) => void; readonly signal: AbortSignal; readonly walked?: boolean },
): Promise<View> {
  let present = await api.view(id);
  if (!isBusy(present) && present.revision <= after && (!walked || (await standsStill(api, present)))) return present;
  const enough = new AbortController();
  try {
    for await (const news of api.follow(id, after, AbortSignal.any([signal, enough.signal]))) {
      tell(news);
      if (!('view' in news) || isBusy(news.view) || news.view.revision < present.revision) continue;
      present = await api.view(id);
      if (isBusy(present) || present.revision !== news.view.revision) continue;
      if (!walked || (await standsStill(api, present))) return present;
    }
    return await api.view(id);
  } finally {
    enough.abort(new Error('Enough is known.'));
  }
}

/** Whether a walk has come to its end. One that somebody else has ended says nothing of it: then nothing moves any more. */
async function standsStill(api: Api, { id, revision, status, stopped }: View): Promise<boolean> {
  if (stopped !== null || status === 'finished' || status === 'cancelled') return true;
  for (const end = Date.now() + longestStep; Date.now() < end; await pause(50)) {
    if ((await api.view(id)).revision !== revision) return false;
  }
  return true;
}

/** Between two steps of a walk, milliseconds; they take a few. */
const longestStep = 3000;
