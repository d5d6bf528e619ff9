import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A server on 127.0.0.1 that does with each connection what it is told. Disposing of it ends it. */
export interface RawServer extends AsyncDisposable {
  readonly port: number;
}

export async function startRawServer(serve: (socket: Socket) => void): Promise<RawServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    // The other side may break off at any time.
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    serve(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Takes the connection and never says a word. */
export const hangs = (socket: Socket) => void socket.resume();
/** Says what no protocol knows, and goes on with it. */
export const talksNonsense = (socket: Socket) => void socket.end('%%% 0xDEADBEEF \r\n\r\n???\r\n'.repeat(40));
/** Hangs up at once. */
export const hangsUp = (socket: Socket) => void socket.destroy();

/** A port of 127.0.0.1 where nobody listens. */
export async function closedPort(): Promise<number> {
  await using server = await startRawServer(hangs);
  return server.port;
}
