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
/** How often those that have come are shown while others are still read, milliseconds: each time all of them are put in order. */
const showing = 250;

interface Found {
  readonly views: readonly View[];
  /** All were read once; what has begun since comes in by itself. */
  readonly isWhole: boolean;
}

/** The installations that are not cancelled, each as it is now; while they are read, those that have come. */
export function useTogether() {
  const [read] = useState(reading);
  const { latest, ...more } = useLatest(read, pause);
  return { views: latest?.views, isWhole: latest?.isWhole ?? false, ...more };
}

/** The list says which have moved: only those are read anew, and those of which something is under way. */
function reading() {
  const known = new Map<string, View>();
  let isWhole = false;
  return async (show: (part: Found) => void): Promise<Found> => {
    const listed = (await listAllInstallations()).filter(({ status }) => status !== 'cancelled' && status !== 'damaged');
    const moved = listed.filter(({ id, revision }) => {
      const view = known.get(id);
      return view?.revision !== revision || isUnderWay(view);
    });
    const found = () => inOrder(listed.flatMap(({ id }) => known.get(id) ?? []));
    await readAll(inTurn(moved), known, () => show({ views: found(), isWhole }));
    isWhole = true;
    return { views: found(), isWhole };
  };
}

/** First those that are shown first. */
function inTurn(listed: readonly Item[]): readonly Item[] {
  const urgent = (status: Item['status']) => status === 'failed' || status === 'error';
  return listed.toSorted((one, other) => Number(urgent(other.status)) - Number(urgent(one.status)));
}

/** One that was deleted meanwhile is left out. */
async function readAll(listed: readonly Item[], known: Map<string, View>, show: () => void): Promise<void> {
  const waiting = [...listed];
  let shown = Number.NEGATIVE_INFINITY;
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const view = await ask<View>(pathOf(next.id)).catch((error: unknown) => {
        if (error instanceof Refused && error.status === 404) return null;
        throw error;
      });
      if (view) known.set(view.id, view);
      else known.delete(next.id);
      if (performance.now() - shown < showing) continue;
      show();
      shown = performance.now();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
