import type { Request, Response } from 'express';
import type { Progress } from '../../machines/ports.ts';
import type { Installations } from '../installations.ts';
import { nothingRuns, viewOf } from '../view/view.ts';

/** A reader this far behind (bytes) is let go; it resumes by `Last-Event-ID`. */
const mostUnread = 4 * 1024 * 1024;
/** Revisions that are told again to a reader that resumes; an older one gets the present view alone. */
const mostTold = 200;
const heartbeat = 15_000;

/**
 * Server-sent events of one installation: `view` with the revision as id, and, without id, `progress` and `log`. A reader that
 * resumes is told each revision that it missed.
 */
export function stream(installations: Installations, id: string, request: Request, response: Response): void {
  const { row } = installations.load(id);
  response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
  response.flushHeaders();
  const seen = Number(/^\d{1,15}$/.exec(request.get('Last-Event-ID') ?? '')?.[0] ?? Number.NaN);
  let told = Number.isNaN(seen) || seen > row.revision || seen < row.revision - mostTold ? row.revision - 1 : seen;

  const write = (event: string, data: unknown, revision?: number) => {
    if (response.writableLength > mostUnread) return end();
    response.write(`${revision === undefined ? '' : `id: ${revision}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const tell = (moved: string) => {
    if (moved !== id) return;
    for (const { revision, at, kept } of installations.journal(id, told)) {
      told = revision;
      const present = installations.load(id);
      const running = revision === present.row.revision ? installations.running(id) : nothingRuns;
      write('view', viewOf({ ...present.row, revision, updatedAt: at }, kept, running), revision);
    }
  };
  const progress = (of: string, { log, ...news }: Progress) => {
    if (of !== id) return;
    if (Object.keys(news).length > 0) write('progress', news);
    if (log?.length) write('log', { lines: log });
  };
  const beat = setInterval(() => response.write(': still here\n\n'), heartbeat);
  const end = () => {
    clearInterval(beat);
    installations.events.off('moved', tell).off('progress', progress);
    response.end();
  };
  installations.events.on('moved', tell).on('progress', progress);
  response.on('close', end);
  tell(id);
}
