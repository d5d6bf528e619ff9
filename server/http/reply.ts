import type { Request, Response } from 'express';
import type { LoadedInstallation } from '../host/loadedInstallation.ts';
import type { Views } from '../view/views.ts';

/** The view, as it is now, with its revision as `ETag`. */
export function reply(views: Views, present: LoadedInstallation, response: Response, status = 200): string {
  const body = JSON.stringify(views.now(present));
  response
    .status(status)
    .set({ ETag: `"${present.row.revision}"`, 'Cache-Control': 'no-store' })
    .type('json')
    .send(body);
  return body;
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
