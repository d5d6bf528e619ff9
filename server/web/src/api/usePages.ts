import { useEffect, useState } from 'react';
import { ask } from './request.ts';
import type { Declaration } from './view.ts';

interface Pages {
  readonly items: readonly Declaration[];
  readonly rehearsal: { readonly installerActions: readonly string[] };
}

let asked: Promise<Pages> | undefined;

/** What is declared of every screen; nothing until it is there. It never changes while the service runs. */
export function usePages(): Pages | undefined {
  const [pages, setPages] = useState<Pages>();
  useEffect(() => {
    asked ??= ask<Pages>('/api/v1/pages');
    asked.then(setPages, () => {
      asked = undefined;
    });
  }, []);
  return pages;
}
