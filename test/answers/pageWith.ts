import { z } from 'zod';
import type { Page } from '../../machines/pages/definePage.ts';

/** A page of the tests with these fields. It is another one each time, so that nothing is kept for it from a test before. */
export function pageWith(fields: z.ZodRawShape, more: Pick<Page, 'applies' | 'proposed'> = {}): Page {
  return {
    kind: 'form',
    title: '',
    subtitle: '',
    step: '',
    guidance: '',
    team: 'project',
    fields: z.strictObject(fields),
    ...more,
  };
}
