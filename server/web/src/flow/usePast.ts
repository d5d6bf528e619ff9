import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { pastStep } from '../../../http/replySchemas/chart.ts';
import { ask } from '../api/request.ts';
import { pathOf } from '../api/sending.ts';

/** A step of the journal, and what was so after it, as `GET …/history/{revision}` tells it. */
export type Past = z.output<typeof pastStep>;

/** What was so at a revision; the one before until it is there. */
export function usePast(id: string, revision: number): Past | null {
  const [past, setPast] = useState<Past | null>(null);
  useEffect(() => {
    let isWanted = true;
    ask<Past>(`${pathOf(id)}/history/${revision}`).then(
      (step) => isWanted && setPast(step),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [id, revision]);
  return past;
}
