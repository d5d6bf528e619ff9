import { createSocket } from 'node:dgram';
import { Problem } from '../../machines/vocabulary/problems.ts';

/** Where SQL Server Browser listens (MS-SQLR). */
export const browserPort = 1434;

/**
 * Asks SQL Server Browser on which TCP port a named instance listens. Throws a `Problem` where nothing answers within the
 * call's time, or where the instance is unknown or has no TCP port.
 */
export async function portOfInstance(address: string, instance: string, port: number, signal: AbortSignal): Promise<number> {
  const reply = await ask(address, instance, port, signal);
  const tcp = readTcpPort(reply, instance);
  if (tcp) return tcp;
  throw new Problem(
    'host-unreachable',
    `SQL Server Browser at ${address} names no TCP port for the instance ${instance}. Enable TCP/IP for it in SQL Server Configuration Manager, and restart it.`,
  );
}

/**
 * The TCP port of this instance in a reply such as `ServerName;SQL01;InstanceName;MIM;…;tcp;49172;;`: keys and values in turn,
 * an instance after the other (MS-SQLR 2.2.5); null where it has none.
 */
export function readTcpPort(reply: Buffer, instance: string): number | null {
  if (reply[0] !== 0x05) return null;
  for (const described of reply.toString('latin1', 3).split(';;')) {
    const fields = described.split(';');
    const under = (key: string) => fields.find((_, at) => at % 2 === 1 && fields[at - 1]!.toLowerCase() === key);
    if (under('instancename')?.toLowerCase() !== instance.toLowerCase()) continue;
    const port = Number(under('tcp'));
    return Number.isInteger(port) && port > 0 && port < 65536 ? port : null;
  }
  return null;
}

// Datagrams get lost, so the question is repeated; an unknown instance is answered by silence.
const patience = 1_000;
const attempts = 3;

function ask(address: string, instance: string, port: number, signal: AbortSignal): Promise<Buffer> {
  const question = Buffer.concat([Buffer.from([0x04]), Buffer.from(instance, 'latin1'), Buffer.from([0])]);
  const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
  return new Promise<Buffer>((resolve, reject) => {
    let asked = 0;
    const again = () => {
      if (asked++ < attempts) socket.send(question);
      else reject(silent(address, instance));
    };
    const timer = setInterval(again, patience);
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    socket.once('message', resolve);
    socket.once('error', () => reject(silent(address, instance)));
    socket.once('close', () => {
      clearInterval(timer);
      signal.removeEventListener('abort', stop);
    });
    socket.connect(port, address, again);
  }).finally(() => socket.close());
}

function silent(address: string, instance: string): Problem {
  return new Problem(
    'host-unreachable',
    `SQL Server Browser at ${address} does not say where the instance ${instance} listens. Check the instance’s name, that the service SQL Server Browser runs, and that UDP port 1434 is open between here and there.`,
  );
}
