import { randomBytes } from 'node:crypto';
import type { Installations } from '../host/installations.ts';
import { Mirror } from './mirror.ts';
import { serveViewers } from './viewerServer.ts';

/** Where Stately's viewer is. It is loaded by the browser of whoever opens the address below, and by nothing else. */
const statelysViewer = 'https://stately.ai/inspect';
/** The port that is taken where it is free; else any. */
const usualPort = 5781;

/** An inspector at work. */
export interface Inspector {
  /** What to open in a browser. Whoever knows the address sees the answers, though no secret. */
  readonly url: string;
  /** Of the WebSocket that tells the events, for other viewers. */
  readonly eventsUrl: string;
  readonly greeting: string;
  close(): Promise<void>;
}

/**
 * Mirrors every step of every installation in Stately's inspection format. It listens on loopback, under an address that can't be
 * guessed; what it tells holds no secret, for the chart knows none.
 */
export async function startInspector(
  installations: Installations,
  { viewer = statelysViewer, port = usualPort }: { readonly viewer?: string; readonly port?: number } = {},
): Promise<Inspector> {
  const key = randomBytes(18).toString('base64url');
  const mirror = new Mirror(installations);
  const server = await serveViewers({ key, viewer, port, follow: (viewing) => mirror.follow(viewing) });
  const url = `http://127.0.0.1:${server.port}/${key}/`;
  return {
    url,
    eventsUrl: `ws://127.0.0.1:${server.port}/${key}/events`,
    greeting: `Stately's inspector is at ${url}\nOpening it loads ${viewer} into your browser, which then sees every step and answer, though no secret.\n`,
    close: () => server.close(),
  };
}
