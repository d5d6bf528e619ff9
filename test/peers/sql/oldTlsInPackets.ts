import type { Socket } from 'node:net';
import { type Encrypter, encryptByOpenSsl, type OldTls, offersSha1 } from './oldTls.ts';
import { messageReader, packet, packetsOf } from './packets.ts';

/**
 * Encrypts a connection as `encryptInPackets` does, by OpenSSL instead of Node: the handshake travels in PRELOGIN packets, and what
 * follows bare, in both directions. `hear` is given what comes in in clear; what it returns takes what is to go out.
 */
export function encryptOldInPackets(socket: Socket, tls: OldTls, hear: (plain: Buffer) => void): { write(plain: Buffer): void } {
  const encrypter = encryptByOpenSsl(tls);
  const withIt = (use: (encrypter: Encrypter) => void) => void encrypter.then(use, () => socket.destroy());
  let bare = false;
  let greeted = false;
  const toServer = (bytes: Buffer) => withIt(({ wire }) => wire.write(bytes));
  const readHandshake = messageReader(({ payload }) => {
    if (!greeted && tls.onlySha1 && !offersSha1(payload)) return void socket.destroy();
    greeted = true;
    toServer(payload);
  });
  socket.on('data', (received: Buffer) => {
    bare ||= received[0] !== packet.prelogin;
    if (bare) toServer(received);
    else readHandshake(received);
  });
  socket.once('close', () => withIt(({ close }) => close()));
  withIt(({ wire, plain }) => {
    let flight: Buffer[] = [];
    const send = () => {
      const sent = Buffer.concat(flight);
      flight = [];
      if (socket.writable) socket.write(bare ? sent : packetsOf(packet.prelogin, sent));
    };
    wire.on('data', (bytes: Buffer) => {
      if (flight.length === 0) setImmediate(send);
      flight.push(bytes);
    });
    wire.on('close', () => socket.end());
    plain.out.on('data', hear);
  });
  return { write: (bytes) => withIt(({ plain }) => plain.in.write(bytes)) };
}
