import { once } from 'node:events';
import type { Logger } from 'pino';
import { getProxyForUrl } from 'proxy-from-env';
import type { WebSocket } from 'ws';
import { type AboutRunner, type FromRunner, fromService } from '../messages.ts';
import { dial, NotLetIn } from './dial.ts';
import { Calls, type Performing } from './performing.ts';
import type { Credentials, TokenFile } from './tokenFile.ts';

/** Where a runner connects to, as whom, and with what it does there. */
export interface Connecting {
  readonly address: URL;
  readonly tokenFile: TokenFile;
  readonly about: AboutRunner;
  readonly performing: Omit<Performing, 'say'>;
  readonly leave: AbortSignal;
  readonly log: Logger;
  tell(line: string): void;
}

/** How long a service may take to welcome it, milliseconds. */
const welcomePatience = 20_000;

/** One connection, from its dialling to its end. Throws where it did not come to anything. */
export async function connectOnce({ address, tokenFile, about, performing, leave, log, tell }: Connecting): Promise<void> {
  const credentials = tokenFile.read();
  const proxy = getProxyForUrl(address.href.replace(/^ws/, 'http')) || undefined;
  const { socket, by } = await open(address, credentials, proxy, leave);
  const ended = once(socket, 'close');
  const end = () => socket.close(1001);
  leave.addEventListener('abort', end, { once: true });
  const say = (message: FromRunner) => socket.readyState === socket.OPEN && socket.send(JSON.stringify(message));
  const calls = new Calls({ ...performing, say });
  let refusal: string | undefined;
  let isWelcome = false;
  let patience = welcomePatience;
  let silence: NodeJS.Timeout | undefined;
  const hearSign = () => {
    clearTimeout(silence);
    silence = setTimeout(() => socket.terminate(), patience);
  };
  hearSign();
  socket.on('ping', hearSign);
  socket.on('error', () => socket.terminate());
  socket.on('message', (data) => {
    hearSign();
    const { success, data: message } = fromService.safeParse(parsed(String(data)));
    if (!success) return socket.close(1008);
    if (message.type === 'refused') refusal = message.message;
    else if (message.type === 'welcome') {
      isWelcome = true;
      patience = 3.5 * message.heartbeat;
      hearSign();
      if (by === 'code') tokenFile.enrolled(credentials.token);
      log.info({ name: message.name, version: message.version }, 'connected');
      tell(`Connected as ${message.name} to ${address.host}.`);
    } else if (isWelcome) calls.hear(message);
  });
  say({ type: 'hello', about, ...(by === 'code' && { token: credentials.token }) });
  await ended;
  clearTimeout(silence);
  leave.removeEventListener('abort', end);
  calls.callOff();
  log.info('disconnected');
  if (!isWelcome) throw new Error(refusal ?? 'The connection has ended before anything was said.');
}

/** By its token; where that is not known yet, by the code. */
async function open(
  address: URL,
  { token, code }: Credentials,
  proxy: string | undefined,
  leave: AbortSignal,
): Promise<{ readonly socket: WebSocket; readonly by: 'token' | 'code' }> {
  if (code === undefined) return { socket: await dial(address, token, proxy, leave), by: 'token' };
  try {
    return { socket: await dial(address, code, proxy, leave), by: 'code' };
  } catch (error) {
    if (!(error instanceof NotLetIn && error.status === 401)) throw error;
    // The code was used already: by this very runner, which did not hear that it was.
    return { socket: await dial(address, token, proxy, leave).catch(() => Promise.reject(error)), by: 'code' };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
