import { isIP, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { connect, type SecureContextOptions, type TLSSocket } from 'node:tls';
import { preloginPacket, readPacket } from './prelogin.ts';

/** How TLS is to be agreed on. */
export interface Handshake extends SecureContextOptions {
  /** The name that the server's certificate has to carry. */
  readonly host: string;
  /** Whether a server that cannot prove its identity is refused. */
  readonly verify: boolean;
}

/**
 * Shakes hands with a SQL Server that has answered PRELOGIN and encrypts. TDS wraps the handshake into packets of its own
 * (MS-TDS 2.2.6.5 and 3.2.5.2); what comes behind it is not read here. The connection is of no use afterwards. Throws what TLS
 * says, or an error without a code where the server goes away.
 */
export async function shakeHands(socket: Socket, { host, verify, ...context }: Handshake): Promise<TLSSocket> {
  const secured = connect({
    ...context,
    socket: wire(socket) as Socket,
    host,
    // An address is no server name (RFC 6066, 3).
    servername: isIP(host) ? '' : host,
    rejectUnauthorized: verify,
    // Later versions have no place in TDS 7.
    maxVersion: 'TLSv1.2',
  });
  return new Promise((resolve, reject) => {
    secured.once('secureConnect', () => resolve(secured));
    secured.on('error', reject);
    socket.once('close', () => reject(new Error('The server closed the connection in the middle of the handshake.')));
  });
}

/** The socket as TLS wants it: each flight goes out as one message, and comes in as the content of packets. */
function wire(socket: Socket): Duplex {
  let flight: Buffer[] = [];
  let waiting: Buffer = Buffer.alloc(0);
  const wire = new Duplex({
    read() {},
    write(record: Buffer, _encoding, ready) {
      if (flight.length === 0) setImmediate(send);
      flight.push(record);
      ready();
    },
  });
  const send = () => {
    const sent = Buffer.concat(flight);
    flight = [];
    if (socket.writable) socket.write(preloginPacket(sent));
  };
  socket.on('data', (part) => {
    waiting = Buffer.concat([waiting, part]);
    for (let packet = readPacket(waiting); packet; packet = readPacket(waiting)) {
      waiting = waiting.subarray(packet.length);
      wire.push(packet.body);
    }
  });
  socket.once('close', () => wire.destroy());
  wire.on('error', () => {});
  return wire;
}
