import type { Request, Response } from 'express';
import type { Progress } from '../../machines/ports/call.ts';
import type { Installations } from '../host/installations.ts';
import type { Views } from '../view/views.ts';

/** A reader that has left this much of the progress unread (bytes) is let go; it resumes by `Last-Event-ID`. */
const mostUnread = 4 * 1024 * 1024;
/** Revisions that are told again to a reader that resumes; an older one gets the present view alone. */
const mostTold = 200;
const heartbeat = 15_000;

/**
 * Server-sent events of one installation: `view` with the revision as id, and, without id, `progress` and `log`. A reader that
 * resumes is told each revision that it missed, as fast as it reads. The stream ends when the installation is deleted.
 */
export function stream(installations: Installations, views: Views, id: string, request: Request, response: Response): void {
  const { row } = installations.load(id);
  response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
  if (request.method === 'HEAD') return void response.end();
  response.flushHeaders();
  const seen = Number(/^\d{1,15}$/.exec(request.get('Last-Event-ID') ?? '')?.[0] ?? Number.NaN);
  let told = Number.isNaN(seen) || seen > row.revision || seen < row.revision - mostTold ? row.revision - 1 : seen;

  const write = (event: string, data: unknown, revision?: number) => {
    response.write(`${revision === undefined ? '' : `id: ${revision}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const tell = () => {
    while (!response.writableNeedDrain && !response.writableEnded) {
      const [next] = installations.journal(id, told, 1);
      if (!next) return;
      told = next.revision;
      const present = installations.load(id);
      const view = next.revision === present.row.revision ? views.now(present) : views.at(present, next);
      if (view) write('view', view, next.revision);
    }
  };
  const moved = (of: string) => {
    if (of !== id || response.writableEnded) return;
    try {
      tell();
    } catch {
      end();
    }
  };
  const progress = (of: string, { log, ...news }: Progress) => {
    if (of !== id || response.writableEnded) return;
    if (response.writableLength > mostUnread) return void response.destroy();
    if (Object.keys(news).length > 0) write('progress', news);
    if (log?.length) write('log', { lines: log });
  };
  const drained = () => moved(id);
  const deleted = (of: string) => {
    if (of === id) end();
  };
  const beat = setInterval(() => response.write(': still here\n\n'), heartbeat);
  const end = () => {
    clearInterval(beat);
    installations.events.off('moved', moved).off('progress', progress).off('deleted', deleted);
    response.off('drain', drained).end();
  };
  installations.events.on('moved', moved).on('progress', progress).on('deleted', deleted);
  response.on('drain', drained).on('close', end);
  moved(id);
}
