import { createServer, type Server, type Socket } from 'node:net';
import type { Identity } from '../authority.ts';
import { converse } from './conversation.ts';
import type { OldTls } from './oldTls.ts';
import type { Version } from './preloginReply.ts';
import type { Question } from './question.ts';
import type { Row, SqlError } from './tokens.ts';

/** A server that speaks TDS, as far as signing in and asking questions goes. */
export interface SqlServerSettings {
  readonly version: Version;
  /** Passwords of SQL logins by name. */
  readonly logins?: Readonly<Record<string, string>>;
  /** NT hashes of Windows accounts, by `domain\user` in lower case. */
  readonly windowsAccounts?: Readonly<Record<string, string>>;
  /** Without it, or `oldTls`, the server offers no encryption. */
  readonly identity?: Identity;
  /** Whether it offers encryption to the next client, where it could; it does, left out. */
  offersEncryption?(): boolean;
  /** Encrypts as servers did that Node's own TLS no longer plays. */
  readonly oldTls?: OldTls;
  /** Refuses each sign-in with this error before any other reason. */
  readonly refusal?: SqlError;
  /** The rows of an answer; it throws a `SqlError` for a refusal. */
  answer(question: Question, login: string): readonly Row[];
}

/** Where the server misbehaves, and how. */
export interface Trouble {
  readonly at: 'prelogin' | 'login' | 'question';
  /** Nonsense is another protocol's; garbage is framed as a reply, and means nothing. */
  readonly how: 'hangs' | 'talks nonsense' | 'replies garbage' | 'hangs up';
  /** Which questions, where not all. */
  readonly matching?: RegExp;
}

export interface SqlServerPeer {
  readonly port: number;
  /** What came in, in order: `login sa`, and questions. Never a password. */
  readonly heard: string[];
  /** Set at any time; it holds for what comes in from then on. */
  trouble: Trouble | null;
  /** Questions that it refuses, and by which error. */
  refusing: { readonly matching: RegExp; readonly error: SqlError } | null;
  close(): Promise<void>;
}

export async function startSqlServer(settings: SqlServerSettings): Promise<SqlServerPeer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    converse(socket, settings, peer);
  });
  const peer: SqlServerPeer = {
    port: await listen(server),
    heard: [],
    trouble: null,
    refusing: null,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return peer;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address && typeof address === 'object') resolve(address.port);
    });
  });
}
