import { type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Refusal } from '../host/refusal.ts';
import { toProblemDetails } from './problemDetails.ts';

/** Answers what is no whole request, which no route ever sees, with a problem as well: one that came too slowly, or is no HTTP. */
export function answerBrokenRequests(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // As Node itself does: what is being answered can't be answered again.
    const { _httpMessage: answering } = socket as Socket & { readonly _httpMessage?: ServerResponse };
    if (error.code === 'ECONNRESET' || !socket.writable || answering?.headersSent) return void socket.destroy(error);
    const { status, ...details } = toProblemDetails(problemOf(error));
    const body = JSON.stringify({ ...details, status });
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  });
}

function problemOf({ code }: NodeJS.ErrnoException): Refusal {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new Refusal('too-slow', 'The request was not whole after five minutes.');
  if (code === 'HPE_HEADER_OVERFLOW') return new Refusal('headers-too-large', 'The headers are larger than 16 KiB.');
  return new Refusal('malformed', 'The request cannot be read: it is no HTTP.');
}
