import { useEffect, useState } from 'react';
import type { TeamSheet } from '../../../view/checklist.ts';
import { ask } from '../api/request.ts';

let asked: Promise<{ readonly items: readonly TeamSheet[] }> | undefined;

/** The sheets of all teams; nothing until they are there. They never change while the service runs. */
export function useChecklist(): readonly TeamSheet[] | undefined {
  const [sheets, setSheets] = useState<readonly TeamSheet[]>();
  useEffect(() => {
    asked ??= ask('/api/v1/checklist');
    asked.then(
      ({ items }) => setSheets(items),
      () => {
        asked = undefined;
      },
    );
  }, []);
  return sheets;
}
