import type { Request, Response } from 'express';
import { walkView } from '../answers/walker.ts';
import type { Installations, Present } from '../host/installations.ts';
import { type View, viewOf } from '../view/view.ts';

/** The view, as it is now, with its revision as `ETag`. */
export function reply(installations: Installations, id: string, response: Response, status = 200): string {
  const present = installations.load(id);
  const body = JSON.stringify(presentView(installations, present));
  response
    .status(status)
    .set({ ETag: `"${present.row.revision}"`, 'Cache-Control': 'no-store' })
    .type('json')
    .send(body);
  return body;
}

export function presentView(installations: Installations, present: Present): View {
  const { row, kept } = present;
  return viewOf(row, kept, installations.planning, installations.running(row.id), walkView(present));
}

/** Who sent the request: the name of the token, `local` without one. */
export function whoOf(response: Response): string {
  return (response.locals['who'] as string | undefined) ?? 'local';
}

/** Aborts when the client has gone, so that nothing waits for it. */
export function goneOf(_request: Request, response: Response): AbortSignal {
  const gone = new AbortController();
  if (response.closed || response.destroyed) gone.abort();
  else response.once('close', () => gone.abort());
  return gone.signal;
}
