import { connect } from 'node:net';
import type { SecureContextOptions } from 'node:tls';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { codeOf } from '../network/connectionFailure.ts';
import { isDistrust } from '../network/tlsFailure.ts';
import { greet } from './greet.ts';
import { shakeHands } from './handshake.ts';
import type { Contact } from './reachServer.ts';

/** How a SQL Server encrypts, as seen before anyone signs in. */
export interface SeenEncryption {
  /** As OpenSSL calls it, such as `TLSv1.2`. */
  readonly protocol: string;
  /** It takes more than this computer accepts by itself: an old protocol, or a certificate that is signed with SHA-1. */
  readonly outdated: boolean;
  /** Why nothing proves that it is the right server; null where it has proved it. */
  readonly distrust: Error | null;
}

/** What servers need that know neither TLS 1.2 nor SHA-256: weaker than this computer allows by itself, and for them alone. */
export const outdatedTls: SecureContextOptions = { ciphers: 'DEFAULT@SECLEVEL=0', minVersion: 'TLSv1' };

/**
 * Looks at how the server encrypts, over connections of its own on which nobody signs in: first as this computer would, then
 * without asking for proof of who it is, then in the old ways. Where the old ways alone work, it is they that keep the others from
 * working, and not the network. Null for a server that does not encrypt. Throws a `Problem` where TLS cannot be agreed on at all.
 *
 * @param ca certificates (PEM) that stand in for the system's authorities.
 */
export async function seeEncryption(
  contact: Contact,
  ca: string | undefined,
  signal: AbortSignal,
): Promise<SeenEncryption | null> {
  if (!contact.encrypts) return null;
  const attempt = (verify: boolean, context: SecureContextOptions = {}) =>
    shakeOnce(contact, { verify, ...context, ...(ca && { ca }) }, signal);

  const proved = await attempt(true);
  if (!(proved instanceof Error)) return { protocol: proved, outdated: false, distrust: null };
  const anyone = isDistrust(codeOf(proved) ?? '') ? await attempt(false) : proved;
  if (!(anyone instanceof Error)) return { protocol: anyone, outdated: false, distrust: proved };
  const inOldWays = await attempt(false, outdatedTls);
  if (!(inOldWays instanceof Error)) return { protocol: inOldWays, outdated: true, distrust: anyone };
  throw new Problem(
    'host-unreachable',
    `${contact.host}, port ${contact.port}, says that it encrypts, and then breaks off, in whatever way it is tried. Check its certificate and its log (SQL Server Configuration Manager, Protocols; ERRORLOG), and what stands between here and there.`,
    { cause: anyone },
  );
}

/** The protocol that was agreed on, or what kept TLS from coming about. */
async function shakeOnce(
  { host, address, port }: Contact,
  how: SecureContextOptions & { readonly verify: boolean },
  signal: AbortSignal,
): Promise<string | Error> {
  const socket = connect({ host: address, port, signal });
  socket.on('error', () => {});
  try {
    await greet(socket, `${host}, port ${port},`, signal);
    const secured = await shakeHands(socket, { host, ...how });
    return secured.getProtocol() ?? '';
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Problem || !(error instanceof Error)) throw error;
    return error;
  } finally {
    socket.destroy();
  }
}
