import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { connect, createServer as createTlsServer, TLSSocket } from 'node:tls';
import type { DirectoryPeer } from './startDirectory.ts';

export interface Trouble {
  /** How many questions are answered before it begins: the sign-in is the first. */
  readonly after: number;
  readonly how: 'hangs' | 'talks nonsense' | 'hangs up';
}

export interface Troubled {
  readonly url: string;
  /** How often it was connected to. */
  connections(): number;
  close(): Promise<void>;
}

/** Stands before a real directory and passes its answers on, until it misbehaves. */
export async function startTroubled(peer: DirectoryPeer, { after, how }: Trouble): Promise<Troubled> {
  const sockets = new Set<Socket>();
  const { cert, key } = peer.identity;
  let connections = 0;
  const server = createTlsServer({ cert, key }, (client) => {
    connections += 1;
    const behind = connect({ host: peer.host, port: 636, ca: peer.ca });
    let asked = 0;
    for (const socket of [client, behind]) {
      sockets.add(socket);
      socket.on('error', () => {});
    }
    client.on('data', (question: Buffer) => {
      if (asked++ < after) behind.write(question);
      else if (how === 'hangs up') client.destroy();
      else if (how === 'talks nonsense') client.write('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n');
    });
    behind.on('data', (answer: Buffer) => client.write(answer));
    client.on('close', () => behind.destroy());
  });
  const url = `ldaps://${peer.host}:${await listen(server, peer.host)}`;
  return { url, connections: () => connections, close: () => close(server, sockets) };
}

/** A directory that agrees to StartTLS, encrypts, and hangs up; it keeps what it hears on any connection after the first. */
export async function startHangingUpAfterTls({ identity, host }: DirectoryPeer) {
  const sockets = new Set<Socket>();
  const heard: string[] = [];
  let connections = 0;
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    if (++connections > 1) {
      socket.on('data', (part) => heard.push(part.toString('latin1')));
      return;
    }
    socket.once('data', (question: Buffer) => {
      socket.write(agreementTo(question));
      const secured = new TLSSocket(socket, { isServer: true, cert: identity.cert, key: identity.key });
      secured.on('error', () => {});
      secured.on('secure', () => socket.destroy());
    });
  });
  const url = `ldap://${host}:${await listen(server, host)}`;
  return { url, heard, connections: () => connections, close: () => close(server, sockets) };
}

/** The answer to an extended request (RFC 4511, 4.12): success, under the number of the request. */
function agreementTo(request: Buffer): Buffer {
  const number = request.readUInt8(4);
  return Buffer.from([0x30, 0x0c, 0x02, 0x01, number, 0x78, 0x07, 0x0a, 0x01, 0x00, 0x04, 0x00, 0x04, 0x00]);
}

/** Where the directory itself is, as its certificate says. */
function listen(server: Server, host: string): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, host, () => {
      const address = server.address();
      if (address && typeof address === 'object') resolve(address.port);
    });
  });
}

async function close(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
}
