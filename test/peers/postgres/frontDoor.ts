import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What stands before several processes of the service, and gives each connection to the next one that takes it. */
export interface FrontDoor extends AsyncDisposable {
  readonly url: string;
}

/** A plain TCP proxy on 127.0.0.1; `ports` tells where the processes are now. */
export async function startFrontDoor(ports: () => readonly number[]): Promise<FrontDoor> {
  const sockets = new Set<Socket>();
  let turn = 0;
  const server = createServer((client) => {
    sockets.add(client);
    client.on('error', () => {}).on('close', () => sockets.delete(client));
    turn += 1;
    const known = ports();
    tryNext(client, [...known.slice(turn % known.length), ...known.slice(0, turn % known.length)]);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function tryNext(client: Socket, [port, ...others]: readonly number[]): void {
  if (port === undefined) return void client.destroy();
  const upstream = connect(port, '127.0.0.1');
  const failed = () => tryNext(client, others);
  upstream.once('error', failed);
  upstream.once('connect', () => {
    upstream.off('error', failed);
    upstream.on('error', () => client.destroy()).on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
    client.pipe(upstream).pipe(client);
  });
}
