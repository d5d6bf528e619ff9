import { HttpsProxyAgent } from 'https-proxy-agent';
import { WebSocket } from 'ws';
import { ConfigurationError } from '../../configuration/configurationError.ts';
import { isLoopback } from '../../configuration/contradictions.ts';
import { connectionPath, largestMessage } from '../messages.ts';

/** The door did not open. */
export class NotLetIn extends Error {
  /** The status of HTTP that was answered. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'NotLetIn';
    this.status = status;
  }
}

/** How long a connection may take to come about, milliseconds. */
const patience = 20_000;

/**
 * Where a service is dialled.
 *
 * @throws {ConfigurationError} for plain HTTP to other than this very computer: secrets travel over this connection.
 */
export function dialledAt(url: string): URL {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new ConfigurationError([`url: ${url} is no address of a service. Give one such as https://setup.contoso.com:5780.`]);
  const address = new URL(url);
  const host = address.hostname.replace(/^\[(.*)\]$/, '$1');
  if (address.protocol === 'http:' && !isLoopback(host))
    throw new ConfigurationError([
      `url: ${url} is not encrypted, and secrets would travel by it. Give the service a certificate (MIM_SETUP_TLS_CERT), and an address that begins with https://.`,
    ]);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  address.pathname = `${address.pathname.replace(/\/+$/, '')}${connectionPath}`;
  return address;
}

/**
 * Opens a connection, through a proxy where there is one for this address.
 *
 * @param proxy its address; nothing, where none is to be used.
 * @throws {NotLetIn} where the service answers otherwise.
 */
export function dial(address: URL, secret: string, proxy: string | undefined, signal: AbortSignal): Promise<WebSocket> {
  const socket = new WebSocket(address, {
    headers: { Authorization: `Bearer ${secret}` },
    perMessageDeflate: false,
    maxPayload: 2 * largestMessage,
    handshakeTimeout: patience,
    followRedirects: false,
    ...(proxy !== undefined && { agent: new HttpsProxyAgent(proxy) }),
  });
  const leave = () => socket.terminate();
  signal.addEventListener('abort', leave, { once: true });
  const opened = new Promise<WebSocket>((resolve, reject) => {
    // What comes in before somebody listens is not lost: nothing is read until then.
    socket.once('open', () => {
      socket.off('error', reject);
      resolve(socket);
    });
    socket.once('error', reject);
    socket.once('unexpected-response', (_request, response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.length < 64 && chunks.push(chunk));
      response.once('close', () => {
        reject(new NotLetIn(response.statusCode ?? 0, detailOf(Buffer.concat(chunks))));
        socket.on('error', () => {}).terminate();
      });
    });
  });
  return opened.finally(() => signal.removeEventListener('abort', leave));
}

/** What the service says of why; its own words, where it is one. */
function detailOf(body: Buffer): string {
  try {
    const { detail } = JSON.parse(body.toString()) as { detail?: unknown };
    return typeof detail === 'string' ? detail : 'It is no service of mim-setup.';
  } catch {
    return 'It is no service of mim-setup.';
  }
}
