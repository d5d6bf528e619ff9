import type { Socket } from 'node:net';
import { readLogin } from './login.ts';
import { type Challenge, challengeFor, readAnswer } from './ntlm.ts';
import { encryptOldInPackets } from './oldTlsInPackets.ts';
import { type Message, messageReader, packet, packetsOf } from './packets.ts';
import { preloginReply, versionBytes, wantsEncryption } from './preloginReply.ts';
import { type Question, readQuestion } from './question.ts';
import type { SqlServerPeer, SqlServerSettings, Trouble } from './sqlServer.ts';
import { encryptInPackets } from './tlsInPackets.ts';
import { done, errorReply, loginReply, rowsReply, SqlError, sspiReply } from './tokens.ts';

const serverName = 'SQL01';

/** One client: greeting, encryption, signing in, questions. */
export function converse(socket: Socket, settings: SqlServerSettings, peer: SqlServerPeer): void {
  let out: { write(bytes: Buffer | string): unknown } = socket;
  let pending: { challenge: Challenge; database: string; tdsVersion: number } | null = null;
  let login: string | null = null;
  const send = (payload: Buffer, type: number = packet.reply) => out.write(packetsOf(type, payload));
  const read = messageReader((message) => {
    try {
      take(message);
    } catch {
      socket.destroy();
    }
  });
  socket.on('data', read);

  function take(message: Message): void {
    if (message.type === packet.prelogin) greet(message);
    else if (message.type === packet.login) signIn(message);
    else if (message.type === packet.ntlm) finishNtlm(message);
    else if (message.type === packet.attention) send(done('batch', 0x20));
    else if (login !== null) answer(readQuestion(message), login);
  }

  function greet({ payload }: Message): void {
    if (misbehaves('prelogin')) return;
    const { identity, oldTls } = settings;
    const offers = (identity ?? oldTls) !== undefined && (settings.offersEncryption?.() ?? true);
    const encrypts = offers && wantsEncryption(payload);
    send(preloginReply(settings.version, encrypts));
    if (!encrypts) return;
    socket.removeListener('data', read);
    if (oldTls) {
      out = encryptOldInPackets(socket, oldTls, read);
      return;
    }
    const secured = encryptInPackets(socket, identity!);
    secured.on('data', read);
    secured.on('error', () => socket.destroy());
    out = secured;
  }

  function signIn({ payload }: Message): void {
    const { user, password, database, tdsVersion, sspi } = readLogin(payload);
    if (misbehaves('login')) return;
    if (sspi) {
      pending = { challenge: challengeFor('CONTOSO', serverName), database, tdsVersion };
      return void send(sspiReply(pending.challenge.message));
    }
    peer.heard.push(`login ${user}`);
    if (settings.refusal) refuse(user, settings.refusal);
    else if (settings.logins?.[user] === password) letIn(user, database, tdsVersion);
    else refuse(user);
  }

  function finishNtlm({ payload }: Message): void {
    if (!pending) return void socket.destroy();
    const { account, proven } = readAnswer(payload, pending.challenge, (name) => settings.windowsAccounts?.[name]);
    peer.heard.push(`login ${account}`);
    if (proven) letIn(account, pending.database, pending.tdsVersion);
    else refuse(account);
  }

  function letIn(user: string, database: string, tdsVersion: number): void {
    if (database !== 'master') {
      refuse(user, new SqlError(4060, `Cannot open database "${database}" requested by the login. The login failed.`, 11));
    } else {
      login = user;
      send(loginReply(database, versionBytes(settings.version), Math.min(tdsVersion, 0x74000004), serverName));
    }
  }

  function refuse(user: string, before?: SqlError): void {
    const failed = new SqlError(18456, `Login failed for user '${user}'.`);
    send(errorReply('batch', before ? (before === settings.refusal ? [before] : [before, failed]) : [failed], serverName));
    if (out === socket) socket.end();
  }

  function answer(question: Question, login: string): void {
    const { kind, text } = question;
    peer.heard.push(text.replaceAll(/\s+/g, ' ').trim());
    if (misbehaves('question', text)) return;
    try {
      if (peer.refusing?.matching.test(text)) throw peer.refusing.error;
      send(rowsReply(kind, /^\s*(set|use)\b/i.test(text) ? [] : settings.answer(question, login)));
    } catch (error) {
      if (!(error instanceof SqlError)) throw error;
      send(errorReply(kind, [error], serverName));
    }
  }

  function misbehaves(at: Trouble['at'], text = ''): boolean {
    const { trouble } = peer;
    if (trouble?.at !== at || (trouble.matching && !trouble.matching.test(text))) return false;
    if (trouble.how === 'hangs up') socket.destroy();
    if (trouble.how === 'talks nonsense') out.write('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n');
    if (trouble.how === 'replies garbage') send(Buffer.from('\x99\x07 garbage, and no token among it'));
    return true;
  }
}
