import { connect, isIP } from 'node:net';
import { hostname } from 'node:os';
import { connect as secure, type TLSSocket } from 'node:tls';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { codeOf, connectionFailure } from '../network/connectionFailure.ts';
import { type Reply, SmtpConversation } from './smtpConversation.ts';

/** What an SMTP server says that it can do, before and after STARTTLS. */
export interface SmtpOffers {
  /** Its first words. */
  readonly greeting: string;
  /** The mechanisms of AUTH before TLS, in upper case. */
  readonly before: readonly string[];
  /** The mechanisms of AUTH after TLS; null where TLS does not come about. */
  readonly after: readonly string[] | null;
  /** `distrust` is OpenSSL's or Node's code for why its certificate is not trusted; null where it is. */
  readonly encryption: 'none' | { readonly refused: string } | { readonly distrust: string | null; readonly protocol: string };
}

/**
 * Has the server say what it offers (RFC 5321, EHLO; RFC 3207, STARTTLS; RFC 4954, AUTH), and leaves. It signs in to nothing and
 * sends no mail. Throws a `Problem`: `host-unreachable`, or `mail-unsuitable` for what is not an SMTP server.
 */
export async function readSmtpOffers({ host, port }: { host: string; port: number }, signal: AbortSignal): Promise<SmtpOffers> {
  const socket = connect({ host, port, signal });
  // Whoever listens at the moment hears of an error; between two of them nobody does, and an unheard one would end the process.
  socket.on('error', () => {});
  try {
    const plain = new SmtpConversation(socket);
    const greeting = fitting(await plain.read(), 220, host);
    const before = await introduce(plain, host);
    const offer = { greeting: greeting.lines.join(' '), before: mechanismsOf(before) };
    if (!before.lines.some((line) => /^STARTTLS\b/i.test(line))) {
      await plain.leave();
      return { ...offer, after: null, encryption: 'none' };
    }

    const go = await plain.ask('STARTTLS');
    if (go.code !== 220) return { ...offer, after: null, encryption: { refused: `${go.code} ${go.lines.join(' ')}` } };
    plain.end();
    const encrypted = secure({ socket, ...(isIP(host) ? { host } : { servername: host }), rejectUnauthorized: false });
    return { ...offer, ...(await readEncrypted(encrypted, host)) };
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof Problem ? error : (connectionFailure(error, host, port) ?? oddity(host, port, error));
  } finally {
    socket.destroy();
  }
}

async function readEncrypted(socket: TLSSocket, host: string): Promise<Pick<SmtpOffers, 'after' | 'encryption'>> {
  const failure = await new Promise<Error | null>((resolve) => {
    socket.once('secureConnect', () => resolve(null)).once('error', resolve);
    socket.once('close', () => resolve(new Error('The server closed the connection.')));
  });
  if (failure) return { after: null, encryption: { refused: failure.message } };
  socket.on('error', () => {});

  const distrust = socket.authorized ? null : codeOfDistrust(socket.authorizationError);
  const conversation = new SmtpConversation(socket);
  const after = mechanismsOf(await introduce(conversation, host));
  await conversation.leave();
  return { after, encryption: { distrust, protocol: socket.getProtocol() ?? '' } };
}

async function introduce(conversation: SmtpConversation, host: string): Promise<Reply> {
  const reply = await conversation.ask(`EHLO ${ownName()}`);
  // A server that knows no EHLO has no extensions (RFC 5321, 3.2).
  return reply.code >= 500 ? { code: 250, lines: [] } : fitting(reply, 250, host);
}

function mechanismsOf({ lines }: Reply): readonly string[] {
  const words = lines.flatMap((line) => /^AUTH[ =](.*)$/i.exec(line)?.[1]?.trim().split(/\s+/) ?? []);
  return [...new Set(words.filter((word) => word !== '').map((word) => word.toUpperCase()))];
}

function fitting(reply: Reply, code: number, host: string): Reply {
  if (reply.code === code) return reply;
  throw new Problem('mail-unsuitable', `${host} turns this host away. See in its settings from where it takes mail.`, {
    cause: new Error(`${reply.code} ${reply.lines.join(' ')}`),
  });
}

function oddity(host: string, port: number, cause: unknown): Problem {
  return new Problem(
    'mail-unsuitable',
    `What answers at ${host} on port ${port} is not an SMTP server, or it broke off. Check the name and the port.`,
    {
      cause,
    },
  );
}

/** Typed as an error, it is in fact the code where there is one (Node's documentation, `tls.TLSSocket.authorizationError`). */
function codeOfDistrust(error: unknown): string {
  return typeof error === 'string' ? error : (codeOf(error) ?? 'unknown');
}

function ownName(): string {
  const name = hostname();
  return /^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(name) ? name : 'localhost';
}
