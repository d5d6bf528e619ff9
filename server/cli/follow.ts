import { setTimeout as pause } from 'node:timers/promises';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { Progress } from '../../machines/ports/call.ts';
import type { View } from '../view/view.ts';
import { parsePrintable } from './printable.ts';
import { Unreachable } from './problems.ts';

/** What the stream of an installation tells. */
export type News = { readonly view: View } | { readonly progress: Progress } | { readonly lines: readonly string[] };

/** How often, and how long apart (milliseconds), a stream that broke off is taken up again. */
const patience = { tries: 30, apart: 1000 };

/**
 * Reads the stream of an installation, and takes it up again where it breaks off, without missing a revision.
 *
 * @param connect opens the stream behind a revision.
 * @throws the signal's reason when it aborts.
 */
export async function* follow(
  connect: (after: number) => Promise<Response>,
  after: number,
  signal: AbortSignal,
  { tries, apart } = patience,
): AsyncGenerator<News> {
  let last = after;
  for (let failed = 0; ; failed++) {
    try {
      const { body } = await connect(last);
      if (!body) return;
      const events = body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
      for await (const { event, data, id } of events) {
        failed = 0;
        if (id !== undefined) last = Number(id);
        const news = toNews(event, data);
        if (news) yield news;
      }
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (!(error instanceof Unreachable || error instanceof TypeError) || failed >= tries) throw error;
    }
    if (failed >= tries) return;
    await pause(apart, undefined, { signal }).catch(() => {
      throw signal.reason;
    });
  }
}

function toNews(event: string | undefined, data: string): News | undefined {
  if (event === 'view') return { view: parsePrintable<View>(data) };
  if (event === 'progress') return { progress: parsePrintable<Progress>(data) };
  if (event === 'log') return { lines: parsePrintable<{ lines: string[] }>(data).lines };
  return undefined;
}
