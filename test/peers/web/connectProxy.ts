import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A plain proxy for HTTPS (RFC 9110, section 9.3.6): it opens tunnels, and sees what goes through them. */
export interface ConnectProxy extends AsyncDisposable {
  readonly url: string;
  /** Where tunnels were asked to. */
  readonly asked: readonly string[];
  /** All that clients have sent through them. */
  sent(): Buffer;
}

/** @param status what it answers to CONNECT; only with 200 there is a tunnel. */
export async function connectProxy(status = 200): Promise<ConnectProxy> {
  const asked: string[] = [];
  const sent: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((_request, response) => response.writeHead(405).end());
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  server.on('connect', ({ url = '' }: IncomingMessage, near: Socket) => {
    asked.push(url);
    if (status !== 200) return void near.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`);
    const { hostname, port } = new URL(`http://${url}`);
    const far = connect(Number(port), hostname, () => {
      near.write('HTTP/1.1 200 Connection established\r\n\r\n');
      near.on('data', (bytes: Buffer) => sent.push(bytes));
      near.pipe(far).pipe(near);
    });
    sockets.add(far);
    far.on('error', () => near.destroy());
    near.on('close', () => far.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    sent: () => Buffer.concat(sent),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
