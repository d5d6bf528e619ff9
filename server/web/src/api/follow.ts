import type { z } from 'zod';
import type { Progress } from '../../../../machines/ports/call.ts';
import type { logLines } from '../../../http/replySchemas/progress.ts';
import { inLanguage } from '../language/language.ts';
import type { View } from './view.ts';

/** Whoever hears the stream of an installation. */
export interface Hearing {
  opened(): void;
  lost(): void;
  /** Whether there is still something to follow, after a refusal. */
  isThere(): Promise<boolean>;
  view(view: View): void;
  progress(progress: Progress): void;
  log(lines: readonly string[]): void;
}

const reconnectPause = 2000;

/**
 * Follows the stream of an installation until the function is called that comes back. The browser reconnects by itself after a cut, but
 * not after a refusal.
 */
export function follow(path: string, hearing: Hearing): () => void {
  let isWanted = true;
  let source: EventSource;
  let timer: number | undefined;
  const open = () => {
    source = new EventSource(inLanguage(`${path}/stream`));
    source.onopen = () => hearing.opened();
    source.onerror = () => {
      hearing.lost();
      if (source.readyState !== EventSource.CLOSED) return;
      void hearing.isThere().then((isThere) => {
        if (isThere && isWanted) timer = window.setTimeout(open, reconnectPause);
      });
    };
    source.addEventListener('view', ({ data }) => hearing.view(JSON.parse(data) as View));
    source.addEventListener('progress', ({ data }) => hearing.progress(JSON.parse(data) as Progress));
    source.addEventListener('log', ({ data }) => hearing.log((JSON.parse(data) as z.output<typeof logLines>).lines));
  };
  open();
  return () => {
    isWanted = false;
    source.close();
    clearTimeout(timer);
  };
}
