import type { Socket } from 'node:net';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { type Prelogin, preloginRequest, readPrelogin } from './prelogin.ts';

/**
 * Asks the server what it says of itself before anyone signs in (MS-TDS, PRELOGIN). Throws a `Problem` for what is no SQL Server
 * (`database-unsuitable`), and for one that goes away (`host-unreachable`).
 *
 * @param where names the server in the problem: `sql01, port 1433,`.
 */
export function greet(socket: Socket, where: string, signal: AbortSignal): Promise<Prelogin> {
  return new Promise<Prelogin>((resolve, reject) => {
    let received: Buffer = Buffer.alloc(0);
    const read = (part: Buffer) => {
      received = Buffer.concat([received, part]);
      try {
        const reply = readPrelogin(received);
        if (!reply) return;
        // What comes from now on is for whoever speaks next.
        socket.off('data', read);
        resolve(reply);
      } catch (cause) {
        reject(notSqlServer(where, cause));
      }
    };
    socket.on('data', read);
    socket.once('close', () => reject(signal.aborted ? signal.reason : brokenOff(where)));
    socket.write(preloginRequest());
  });
}

function notSqlServer(where: string, cause: unknown): Problem {
  return new Problem('database-unsuitable', `What answers at ${where} is no SQL Server. Check the name and the port.`, { cause });
}

function brokenOff(where: string): Problem {
  return new Problem(
    'host-unreachable',
    `${where} breaks the connection off. Check that it is a SQL Server, and that it is well.`,
  );
}
