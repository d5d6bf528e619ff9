import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { history } from '../../../http/replySchemas/history.ts';
import { ask } from '../api/request.ts';
import { pathOf } from '../api/sending.ts';
import { useInstallation } from '../api/useSession.ts';

/** Seconds since the installer was started, by the journal; nothing until that is known. */
export function useElapsed(): number | null {
  const { view } = useInstallation();
  const [startedAt, setStartedAt] = useState<number | null>(null);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    ask<z.output<typeof history>>(`${pathOf(view.id)}/history`).then(
      (journal) => {
        const start = journal.findLast(({ from, to }) => to === 'installing' && from !== 'installing');
        if (start) setStartedAt(Date.parse(start.at));
      },
      () => undefined,
    );
  }, [view.id]);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return startedAt === null ? null : Math.max(0, now - startedAt) / 1000;
}
