import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { createSecureContext, TLSSocket } from 'node:tls';
import type { Identity } from '../authority.ts';
import { messageReader, packet, packetsOf } from './packets.ts';

const applicationData = 0x17;

/**
 * Encrypts a connection the way TDS does: the handshake travels in PRELOGIN packets, a message for each flight, and what follows
 * travels bare. Which is which shows by the first byte of the TLS record.
 */
export function encryptInPackets(socket: Socket, identity: Identity): TLSSocket {
  let flight: Buffer[] = [];
  const wire = new Duplex({
    read() {},
    write(record: Buffer, _encoding, ready) {
      if (record[0] === applicationData) socket.write(record);
      else {
        if (flight.length === 0) setImmediate(sendFlight);
        flight.push(record);
      }
      ready();
    },
    final(ready) {
      socket.end(ready);
    },
  });
  const sendFlight = () => {
    const sent = Buffer.concat(flight);
    flight = [];
    if (socket.writable) socket.write(packetsOf(packet.prelogin, sent));
  };
  const readHandshake = messageReader(({ payload }) => wire.push(payload));
  let bare = false;
  socket.on('data', (received: Buffer) => {
    bare ||= received[0] !== packet.prelogin;
    if (bare) wire.push(received);
    else readHandshake(received);
  });
  socket.on('close', () => wire.destroy());
  wire.on('error', () => {});
  // Later versions of TLS send records after the handshake, which TDS has no place for.
  const secureContext = createSecureContext({ ...identity, maxVersion: 'TLSv1.2' });
  return new TLSSocket(wire, { isServer: true, secureContext });
}
