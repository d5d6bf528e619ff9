import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A plain proxy on 127.0.0.1 that can be made to fail as networks do. Disposing of it ends it. */
export interface CuttableProxy extends AsyncDisposable {
  readonly port: number;
  /** Forwards nothing any more, and closes nothing: nobody is told. */
  silence(): void;
  /** Forwards again what has come meanwhile. */
  goOn(): void;
  /** Ends every connection, and takes new ones. */
  cut(): void;
  /** Ends every connection, and takes none until `goOn`. */
  refuse(): void;
}

export async function startCuttableProxy(target: number): Promise<CuttableProxy> {
  const sockets = new Set<Socket>();
  let silent = false;
  let refusing = false;
  const server = createServer((client) => {
    if (refusing) return void client.destroy();
    const upstream = connect(target, '127.0.0.1');
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      if (silent) socket.pause();
      socket.on('data', (data) => void other.write(data));
      if (silent) socket.pause();
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    silence() {
      silent = true;
      for (const socket of sockets) socket.pause();
    },
    goOn() {
      silent = false;
      refusing = false;
      for (const socket of sockets) socket.resume();
    },
    cut,
    refuse() {
      refusing = true;
      cut();
    },
    async [Symbol.asyncDispose]() {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
