import { useEffect, useState } from 'react';
import { ask } from '../api/request.ts';

/** What a team is asked for: see `GET /checklist`. */
export interface TeamSheet {
  readonly team: string;
  readonly title: string;
  readonly text: string;
  readonly asked: readonly Asked[];
  readonly checks: readonly { readonly id: string; readonly title: string }[];
}

/** An answer to have at hand. */
export interface Asked {
  readonly page: string;
  readonly text: string | null;
  readonly field: string;
  readonly label: string;
  readonly description?: string;
  readonly needed: 'always' | 'dependent' | 'optional';
  readonly secret: boolean;
  readonly options?: readonly { readonly const: unknown; readonly title: string }[];
  readonly examples?: readonly unknown[];
  readonly parts?: readonly { readonly field: string; readonly label: string }[];
}

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
