import type { View } from '../view/view.ts';
import type { Api } from './api.ts';
import type { News } from './follow.ts';

/** Whether it goes on by itself: a walk by an answers file, a check, the installer, or the look at what is installed. */
export function isBusy({ status, can, walking }: Pick<View, 'status' | 'can' | 'walking'>): boolean {
  if (walking || status === 'checking' || status === 'installing') return true;
  return (status === 'ready' || status === 'postInstallation') && !can.includes('recheck');
}

/**
 * Follows an installation until it waits for somebody, or has ended, and tells everything after a revision on the way.
 *
 * @throws the signal's reason when it aborts.
 */
export async function untilSettled(
  api: Api,
  id: string,
  { after, tell, signal }: { readonly after: number; readonly tell: (news: News) => void; readonly signal: AbortSignal },
): Promise<View> {
  const present = await api.view(id);
  if (!isBusy(present) && present.revision <= after) return present;
  const enough = new AbortController();
  try {
    for await (const news of api.follow(id, after, AbortSignal.any([signal, enough.signal]))) {
      tell(news);
      if (!('view' in news) || isBusy(news.view) || news.view.revision < present.revision) continue;
      const now = await api.view(id);
      if (!isBusy(now) && now.revision === news.view.revision) return now;
    }
    return await api.view(id);
  } finally {
    enough.abort(new Error('Enough is known.'));
  }
}
