import { useCallback, useState } from 'react';
import { listInstallations } from '../api/installationList.ts';
import { send } from '../api/request.ts';
import { pathOf } from '../api/sending.ts';
import { useLatest } from '../api/useLatest.ts';

/** How often the list is read again while it is looked at, milliseconds. */
const pause = 5000;
const pageLength = 50;

/** The installations, newest first, read again and again while the page is looked at. */
export function useInstallations() {
  const [length, setLength] = useState(pageLength);
  const read = useCallback(() => listInstallations(length), [length]);
  const { latest, refused, refresh } = useLatest(read, pause);
  return {
    items: latest?.items,
    more: latest?.next !== undefined,
    refused,
    showMore: () => setLength(length + pageLength),
    forget: (id: string) => refresh(() => send(pathOf(id), { method: 'DELETE' })),
  };
}
