import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { pageDeclarations } from '../../../http/replySchemas/pages.ts';
import { ask } from './request.ts';

type Pages = z.output<typeof pageDeclarations>;

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

/** The phase that a screen belongs to, by what is declared of it; empty until that is there. */
export function phaseIn(pages: Pages | undefined, screen: string): string {
  return pages?.items.find(({ id }) => id === screen)?.phase ?? '';
}
