import { useEffect, useState } from 'react';
import { ask } from './request.ts';
import { pathOf } from './sending.ts';
import type { PageBehind } from './view.ts';

/** A page of the way here, as it was at a revision; undefined until it is there, and null where it was not passed on the way. */
export function usePageBehind(id: string, page: string, revision: number): PageBehind | null | undefined {
  const [behind, setBehind] = useState<PageBehind | null>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was answered there is another thing at another revision
  useEffect(() => {
    let isWanted = true;
    ask<PageBehind>(`${pathOf(id)}/pages/${encodeURIComponent(page)}`).then(
      (found) => isWanted && setBehind(found),
      () => isWanted && setBehind(null),
    );
    return () => {
      isWanted = false;
    };
  }, [id, page, revision]);
  return behind;
}
