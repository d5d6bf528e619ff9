import type { Request, Response } from 'express';
import type { Progress } from '../../machines/ports/call.ts';
import type { Installations } from '../host/installations.ts';
import { translateReply } from '../language/translateReply.ts';
import type { Translator } from '../language/translator.ts';
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
export async function stream(
  installations: Installations,
  views: Views,
  id: string,
  request: Request,
  response: Response,
  translator?: Translator,
): Promise<void> {
  const { row } = await installations.load(id);
  response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
  if (request.method === 'HEAD') return void response.end();
  response.flushHeaders();
  const seen = Number(/^\d{1,15}$/.exec(request.get('Last-Event-ID') ?? '')?.[0] ?? Number.NaN);
  let sent = Number.isNaN(seen) || seen > row.revision || seen < row.revision - mostTold ? row.revision - 1 : seen;

  const write = (event: string, data: unknown, revision?: number) => {
    const told = translator ? translateReply(JSON.parse(JSON.stringify(data)), translator) : data;
    response.write(`${revision === undefined ? '' : `id: ${revision}\n`}event: ${event}\ndata: ${JSON.stringify(told)}\n\n`);
  };
  /** Each revision that has not been sent, as fast as the reader takes them. */
  const sendViews = async () => {
    while (!response.writableNeedDrain && !response.writableEnded) {
      const now = await installations.load(id);
      if (now.row.revision <= sent) return;
      const [next] = now.row.revision === sent + 1 ? [] : await installations.journal(id, sent, 1);
      const isNow = !next || next.revision === now.row.revision;
      const view = isNow ? await views.now(now) : views.at(now, next);
      if (response.writableEnded) return;
      sent = isNow ? now.row.revision : next.revision;
      if (view) write('view', view, sent);
    }
  };
  const sendProgress = ({ log, ...news }: Progress) => {
    if (response.writableEnded) return;
    if (response.writableLength > mostUnread) return void response.destroy();
    if (Object.keys(news).length > 0) write('progress', news);
    if (log?.length) write('log', { lines: log });
  };
  const end = () => {
    clearInterval(beat);
    unfollow();
    installations.events.off('stopping', end);
    response.off('drain', drained).end();
  };
  // One after the other: what a call tells never comes before the view of the step that asked for it.
  let sending = Promise.resolve();
  const inOrder = (send: () => void | Promise<void>) => {
    sending = sending.then(send).catch(end);
  };
  const drained = () => inOrder(sendViews);
  const beat = setInterval(() => response.write(': still here\n\n'), heartbeat);
  const unfollow = installations.follow(id, (news) => {
    if (news.type === 'moved') inOrder(sendViews);
    else if (news.type === 'progress') inOrder(() => sendProgress(news.progress));
    else end();
  });
  // It is taken up again by `Last-Event-ID`, wherever the service is then.
  installations.events.on('stopping', end);
  response.on('drain', drained).on('close', end);
  inOrder(sendViews);
  // Whoever comes while the service stops is told what is so, and no more.
  if (installations.isStopping) inOrder(end);
}
