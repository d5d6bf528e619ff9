import type { Request, Response } from 'express';
import type { LoadedInstallation } from '../host/loadedInstallation.ts';
import { translateReply } from '../language/translateReply.ts';
import type { Views } from '../view/views.ts';
import { translatorOf } from './inAskedLanguage.ts';

/** The view of an installation, with its `ETag`. Gives it as it is kept, in English. */
export async function reply(views: Views, installation: LoadedInstallation, response: Response, status = 200): Promise<string> {
  const body = JSON.stringify(await views.now(installation));
  sendView(response, status, installation.row.revision, body);
  return body;
}

/**
 * A view that is written already, told in the language of its request. By Node's own means: Express' `send` looks up again, for each
 * reply, what is known here.
 */
export function sendView(response: Response, status: number, revision: number, english: string): void {
  const translator = translatorOf(response);
  const body = translator ? JSON.stringify(translateReply(JSON.parse(english), translator)) : english;
  if (translator) response.setHeader('Content-Language', translator.language);
  response
    .writeHead(status, {
      ETag: tagOf(response, revision),
      'Cache-Control': 'no-store',
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
    })
    .end(body);
}

/** The `ETag` of a view: its revision, and its language where that is not English. */
export function tagOf(response: Response, revision: number): string {
  const translator = translatorOf(response);
  return translator ? `"${revision}-${translator.language}"` : `"${revision}"`;
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
