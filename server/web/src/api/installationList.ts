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
export const mostListed = 200;

/** The installations, newest first. @throws {Refused} */
export function listInstallations(limit: number): Promise<List> {
  return ask<List>(`/api/v1/installations?limit=${limit}`);
}
