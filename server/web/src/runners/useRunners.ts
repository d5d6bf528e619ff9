import { ask } from '../api/request.ts';
import { useLatest } from '../api/useLatest.ts';
import type { Runner } from './runner.ts';

/** How often they are asked for again while somebody looks, milliseconds. */
const pause = 5000;

/** The runners, by name, read again and again while the page is looked at. */
export function useRunners() {
  const { latest, ...reading } = useLatest(read, pause);
  return { runners: latest, ...reading };
}

async function read(): Promise<readonly Runner[]> {
  return (await ask<{ items: readonly Runner[] }>('/api/v1/runners')).items;
}
