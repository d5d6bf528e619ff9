import { ask } from './request.ts';
import type { Status } from './view.ts';

/** An installation in the list. */
export interface Item {
  readonly id: string;
  readonly name: string | null;
  readonly mode: 'rehearsal' | 'live';
  /** `damaged` where what is kept of it cannot be read. */
  readonly status: Status | 'damaged';
  readonly page: string;
  readonly option: string | null;
  readonly revision: number;
  readonly who?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface List {
  readonly items: readonly Item[];
  /** There where there are more than were asked for. */
  readonly next?: string;
}

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
