import { useCallback, useEffect, useState } from 'react';
import { ask, Refused, send } from '../api/request.ts';
import type { Status } from '../api/view.ts';

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

interface List {
  readonly items: readonly Item[];
  readonly next?: string;
}

/** How often the list is read again while it is looked at, milliseconds. */
const pause = 5000;
const pageLength = 50;
/** The most that the service gives at once. */
const longest = 200;

/** The installations, newest first, read again and again while the page is looked at. */
export function useInstallations() {
  const [list, setList] = useState<List>();
  const [refused, setRefused] = useState<Refused | null>(null);
  const [length, setLength] = useState(pageLength);
  const read = useCallback(async () => {
    if (document.hidden) return;
    try {
      setList(await ask<List>(`/api/v1/installations?limit=${length}`));
      setRefused(null);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefused(error);
    }
  }, [length]);
  useEffect(() => {
    void read();
    const timer = setInterval(read, pause);
    document.addEventListener('visibilitychange', read);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', read);
    };
  }, [read]);
  const forget = async (id: string) => {
    try {
      await send(`/api/v1/installations/${id}`, { method: 'DELETE' });
      await read();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefused(error);
    }
  };
  return {
    items: list?.items,
    more: list?.next !== undefined && length < longest,
    refused,
    showMore: () => setLength(Math.min(longest, length + pageLength)),
    forget,
  };
}
