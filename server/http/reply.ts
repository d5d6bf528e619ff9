import type { Request, Response } from 'express';
import type { LoadedInstallation } from '../host/loadedInstallation.ts';
import type { Views } from '../view/views.ts';

/** The view of an installation, with its revision as `ETag`. */
export async function reply(views: Views, installation: LoadedInstallation, response: Response, status = 200): Promise<string> {
  const body = JSON.stringify(await views.now(installation));
  sendView(response, status, installation.row.revision, body);
  return body;
}

/** A view that is written already. By Node's own means: Express' `send` looks up again, for each reply, what is known here. */
export function sendView(response: Response, status: number, revision: number, body: string): void {
  response
    .writeHead(status, {
      ETag: `"${revision}"`,
      'Cache-Control': 'no-store',
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
    })
    .end(body);
}

/** Who sent the request: the name of the token, `local` without one. */
export function whoOf(response: Response): string {
  return (response.locals['who'] as string | undefined) ?? 'local';
}

/** A reason of our own, since the one that is made without it costs each request a stack trace. */
const hasGone = new Error('The client has gone.');

/** Aborts when the client has gone, so that nothing waits for it. */
export function goneOf(_request: Request, response: Response): AbortSignal {
  const gone = new AbortController();
  if (response.closed || response.destroyed) gone.abort(hasGone);
  else response.once('close', () => gone.abort(hasGone));
  return gone.signal;
}
