import { useEffect } from 'react';
import { addressOf } from '../addressOf.ts';
import { useInstallation } from '../api/useSession.ts';

/**
 * Keeps the address in step with the wizard's page, so that the browser's Back leads back in the wizard, and its Forward as far as
 * the wizard itself goes. An address that the wizard can't lead to becomes that of the page on screen.
 */
export function useAddress(): void {
  const { session, view } = useInstallation();
  const { id, can, trail } = view;
  const page = view.page.kind === 'error' ? (trail.at(-1) ?? view.page.id) : view.page.id;
  const mayRevisit = can.includes('revisit');

  useEffect(() => show(id, page), [id, page]);

  useEffect(() => {
    const follow = async () => {
      const wanted = pageIn(id);
      if (wanted === undefined || wanted === page) return;
      const isBehind = mayRevisit && trail.some((one) => one === wanted);
      if (!isBehind || !(await session.send({ type: 'revisit', page: wanted }))) stay(id, page);
    };
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, [session, id, page, trail, mayRevisit]);
}

/** What an entry of the browser's history remembers: the pages on the way to it, itself the last. */
interface Entry {
  readonly passed: readonly string[];
}

function show(id: string, page: string): void {
  const shown = pageIn(id);
  const passed = (history.state as Entry | null)?.passed ?? [];
  const at = passed.lastIndexOf(page);
  if (shown === undefined || (shown === page && passed.length === 0)) stay(id, page);
  else if (shown === page) return;
  else if (at >= 0) history.go(at - (passed.length - 1));
  else history.pushState({ passed: [...passed, page] } satisfies Entry, '', addressOf('wizardPage', { id, page }));
}

function stay(id: string, page: string): void {
  const passed = (history.state as Entry | null)?.passed ?? [page];
  history.replaceState({ passed: [...passed.slice(0, -1), page] } satisfies Entry, '', addressOf('wizardPage', { id, page }));
}

function pageIn(id: string): string | undefined {
  const path = location.pathname;
  const start = addressOf('wizardPage', { id, page: '' });
  return path.startsWith(start) ? path.slice(start.length) : undefined;
}
