import type { Progress } from '../../machines/ports/call.ts';

/** What every process hears of an installation. */
export type News =
  | { readonly type: 'moved'; readonly id: string; readonly revision: number }
  | { readonly type: 'progress'; readonly id: string; readonly call: string; readonly progress: Progress }
  | { readonly type: 'deleted'; readonly id: string };
