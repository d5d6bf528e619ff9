import { useState } from 'react';
import { type Item, listAllInstallations } from '../api/installationList.ts';
import { isUnderWay } from '../api/isUnderWay.ts';
import { ask, Refused } from '../api/request.ts';
import { pathOf } from '../api/sending.ts';
import { useLatest } from '../api/useLatest.ts';
import type { View } from '../api/view.ts';
import { inOrder } from './inOrder.ts';

/** How often all of them are looked at, milliseconds. */
const pause = 2000;
/** How many are read at the same time. */
const atOnce = 6;

/** The installations that are not cancelled, each as it is now. */
export function useTogether() {
  const [read] = useState(reading);
  const { latest, ...more } = useLatest(read, pause);
  return { views: latest, ...more };
}

/** The list says which have moved: only those are read anew, and those of which something is under way. */
function reading() {
  const known = new Map<string, View>();
  return async () => {
    const shown = (await listAllInstallations()).filter(({ status }) => status !== 'cancelled' && status !== 'damaged');
    const moved = shown.filter(({ id, revision }) => {
      const view = known.get(id);
      return view?.revision !== revision || isUnderWay(view);
    });
    await readAll(moved, known);
    return inOrder(shown.flatMap(({ id }) => known.get(id) ?? []));
  };
}

/** One that was deleted meanwhile is left out. */
async function readAll(listed: readonly Item[], known: Map<string, View>): Promise<void> {
  const waiting = [...listed];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const view = await ask<View>(pathOf(next.id)).catch((error: unknown) => {
        if (error instanceof Refused && error.status === 404) return null;
        throw error;
      });
      if (view) known.set(view.id, view);
      else known.delete(next.id);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
