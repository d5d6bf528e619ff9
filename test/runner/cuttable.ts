import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a service that can be cut: from then on it forwards nothing, and closes nothing either, as a firewall that drops. */
export interface CuttableWay extends AsyncDisposable {
  readonly url: string;
  /** Forwards nothing from now on, on connections that there are and on new ones. */
  cut(): void;
  /** Forwards what is connected from now on; what was cut stays so. */
  mend(): void;
}

export async function cuttableWay(to: string): Promise<CuttableWay> {
  const { hostname, port } = new URL(to);
  const pairs = new Set<{ readonly sockets: readonly Socket[]; isCut: boolean }>();
  let isCut = false;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    const pair = { sockets: [near, far], isCut };
    pairs.add(pair);
    for (const [from, into] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (bytes) => pair.isCut || into.write(bytes));
      from.on('close', () => pair.isCut || into.destroy());
      from.on('error', () => {});
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      isCut = true;
      for (const pair of pairs) pair.isCut = true;
    },
    mend() {
      isCut = false;
    },
    async [Symbol.asyncDispose]() {
      for (const { sockets } of pairs) for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
