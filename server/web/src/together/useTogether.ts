import { useCallback, useEffect, useRef, useState } from 'react';
import { isUnderWay } from '../api/isUnderWay.ts';
import { ask, Refused } from '../api/request.ts';
import type { View } from '../api/view.ts';
import { inOrder } from './inOrder.ts';

/** How often all of them are looked at, milliseconds. */
const pause = 2000;
/** Most that the service lists at once. */
const most = 200;
/** How many are read at the same time. */
const atOnce = 6;

interface Listed {
  readonly id: string;
  readonly revision: number;
  readonly status: string;
}

/**
 * The installations that are not cancelled, each as it is now. The list says which have moved; only those are read anew, and those of
 * which something is under way.
 */
export function useTogether() {
  const [views, setViews] = useState<readonly View[]>();
  const [refused, setRefused] = useState<Refused | null>(null);
  const known = useRef(new Map<string, View>());
  const reading = useRef(false);
  const read = useCallback(async () => {
    if (document.hidden || reading.current) return;
    reading.current = true;
    try {
      const { items } = await ask<{ items: readonly Listed[] }>(`/api/v1/installations?limit=${most}`);
      const shown = items.filter(({ status }) => status !== 'cancelled' && status !== 'damaged');
      const moved = shown.filter(({ id, revision }) => {
        const view = known.current.get(id);
        return view?.revision !== revision || isUnderWay(view);
      });
      await readAll(moved, known.current);
      setViews(inOrder(shown.flatMap(({ id }) => known.current.get(id) ?? [])));
      setRefused(null);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefused(error);
    } finally {
      reading.current = false;
    }
  }, []);
  useEffect(() => {
    void read();
    const timer = setInterval(read, pause);
    return () => clearInterval(timer);
  }, [read]);
  return { views, refused, read };
}

/** One that was deleted meanwhile is left out. */
async function readAll(listed: readonly Listed[], known: Map<string, View>): Promise<void> {
  const waiting = [...listed];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const view = await ask<View>(`/api/v1/installations/${next.id}`).catch((error: unknown) => {
        if (error instanceof Refused && error.status === 404) return null;
        throw error;
      });
      if (view) known.set(view.id, view);
      else known.delete(next.id);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
