import type { z } from 'zod';
import type { installationList } from '../../../http/replySchemas/installations.ts';
import { ask } from './request.ts';

/** A part of the list, as `GET /installations` gives it: `next` where there are more. */
type List = z.output<typeof installationList>;

/** An installation in the list. */
export type Item = List['items'][number];

/** Most that the service lists at once. */
const mostListed = 200;

/** The first of the installations, newest first, as many as are asked for. @throws {Refused} */
export async function listInstallations(most: number): Promise<List> {
  const items: Item[] = [];
  for (let cursor: string | undefined; ; ) {
    const query = new URLSearchParams({ limit: String(Math.min(mostListed, most - items.length)), ...(cursor && { cursor }) });
    const part: List = await ask<List>(`/api/v1/installations?${query}`);
    items.push(...part.items);
    cursor = part.next;
    if (cursor === undefined) return { items };
    if (items.length >= most) return { items, next: cursor };
  }
}

/** All of them, newest first. @throws {Refused} */
export async function listAllInstallations(): Promise<readonly Item[]> {
  return (await listInstallations(Number.POSITIVE_INFINITY)).items;
}
