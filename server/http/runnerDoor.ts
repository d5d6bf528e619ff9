import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import type { WebSocketServer } from 'ws';
import type { Problem } from '../../machines/vocabulary/problems.ts';
import { isLoopback } from '../configuration/contradictions.ts';
import { Refusal } from '../host/refusal.ts';
import type { Shown } from '../runner/enrolment.ts';
import { connectionPath, largestMessage } from '../runner/messages.ts';
import type { Runners } from '../runner/runners.ts';
import { toProblemDetails } from './problemDetails.ts';
import { retryAfterOf, toProblem } from './problemReplies.ts';
import type { RefusedTokens } from './refusedTokens.ts';
import { addressOf, bearerOf, originJudge } from './security.ts';

/** What runners are let in by, and into. */
export interface Door {
  readonly runners: Runners;
  /** Names that this service is known by. */
  readonly names: readonly string[];
  readonly refused: RefusedTokens;
  report(error: unknown, about: object): void;
}

/**
 * Lets runners in: who comes by TLS or from this very computer, asks for the one address, is no web page, and shows the token of a
 * runner or a code by which one is enrolled. A token of anybody else's is not one.
 */
export function openDoor(server: Server, { runners, names, refused, report }: Door): void {
  let opening: Promise<WebSocketServer> | undefined;
  const sockets = () => {
    opening ??= openSockets();
    return opening;
  };
  const judge = originJudge(names);
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const letIn = async () => ({ shown: await recognize(request), door: await sockets() });
    void letIn().then(
      ({ shown, door }) => door.handleUpgrade(request, socket, head, (opened) => runners.presence.take(opened, shown)),
      (error: unknown) => {
        const problem = toProblem(error);
        if (problem.code === 'unexpected') report(error, { path: request.url });
        refuse(socket, problem, retryAfterOf(error));
      },
    );
  });

  async function recognize(request: IncomingMessage): Promise<Shown> {
    const foreign = judge(request);
    if (foreign) throw foreign;
    if (request.headers.origin !== undefined) throw new Refusal('forbidden-origin', 'A web page cannot connect as a runner.');
    if (request.url !== connectionPath) throw new Refusal('not-found', `Runners connect at ${connectionPath}.`);
    const address = addressOf(request);
    if (!(request.socket instanceof TLSSocket) && !isLoopback(address.replace(/^::ffff:/, '')))
      throw new Refusal('forbidden-origin', 'A runner must connect over TLS, because secrets are sent to it.');
    const secret = bearerOf(request);
    if (secret === undefined) throw new Refusal('unauthorized', 'Send the token of the runner as "Authorization: Bearer …".');
    const shown = await runners.enrolment.recognize(secret);
    refused.expectRoom(address, shown && visitorOf(shown));
    if (!shown) {
      refused.refused(address);
      throw new Refusal('unauthorized', 'This is neither a runner’s token nor a code that is still valid.');
    }
    refused.taken(address, visitorOf(shown));
    return shown;
  }
}

/** Loaded with the first runner that is let in: most services have none. */
async function openSockets(): Promise<WebSocketServer> {
  const { WebSocketServer } = await import('ws');
  return new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: largestMessage });
}

/** By what name it is known at the door: no token of anybody else's is called so. */
function visitorOf({ name }: Shown): string {
  return `runner ${name}`;
}

function refuse(socket: Duplex, problem: Problem, retryAfter: number | undefined): void {
  const { status, ...details } = toProblemDetails(problem);
  const body = JSON.stringify({ ...details, status });
  const wait = retryAfter === undefined ? '' : `Retry-After: ${retryAfter}\r\n`;
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${wait}Connection: close\r\n\r\n${body}`,
  );
}
