import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Bearer, Verify } from './bearer.ts';
import { applicationOperations } from './graphApplications.ts';
import { type GraphCall, GraphError } from './graphCall.ts';
import { servicePrincipalOperations } from './graphServicePrincipals.ts';
import { subscriptionOperations } from './graphSubscriptions.ts';
import { bodyOf, type Handler, sendJson } from './listener.ts';

export interface GraphOptions {
  readonly verify: Verify;
  readonly audience: string;
  /** How often an object that was just created is not found yet. */
  readonly lag: () => number;
}

/** Microsoft Graph, as far as this project asks it: tokens are verified, permissions and roles count, replication takes time. */
export function graphAt(url: string, { verify, audience, lag }: GraphOptions): Handler {
  const unseen = new Map<string, number>();
  const replication = {
    begin: (id: string) => unseen.set(id, lag()),
    isSeen(id: string) {
      const left = unseen.get(id) ?? 0;
      unseen.set(id, left - 1);
      return left <= 0;
    },
  };

  return async (request, response) => {
    let bearer: Bearer;
    try {
      bearer = await verify(request);
    } catch (error) {
      return refuse(response, new GraphError(401, 'InvalidAuthenticationToken', String(error)));
    }
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const path = decodeURIComponent(pathname.replace(/^\/v1\.0/, ''));
    const text = await bodyOf(request);
    try {
      for (const { method, path: pattern, answer } of operations) {
        const match = pattern.exec(path);
        if (request.method !== method || !match) continue;
        const call: GraphCall = {
          bearer,
          tenant: bearer.tenant,
          audience,
          replication,
          query: searchParams,
          prefer: String(request.headers['prefer'] ?? ''),
          key: match[1] ?? '',
          body: text ? (JSON.parse(text) as Record<string, unknown>) : {},
        };
        const [status, body] = answer(call);
        if (body !== undefined) return sendJson(response, status, body);
        response.writeHead(status);
        response.end();
        return;
      }
      throw new GraphError(400, 'BadRequest', `Resource not found for the segment '${path}'.`);
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      refuse(response, error);
    }
  };
}

const operations = [...subscriptionOperations, ...applicationOperations, ...servicePrincipalOperations];

function refuse(response: ServerResponse, { status, code, message }: GraphError): void {
  const id = randomUUID();
  sendJson(response, status, {
    error: { code, message, innerError: { date: new Date().toISOString(), 'request-id': id, 'client-request-id': id } },
  });
}
