import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { z } from 'zod';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { jsonOf } from './jsonOf.ts';
import type { PollingPace } from './pollingPace.ts';
import { isPassing, Refusal, refusalBody } from './signInRefusal.ts';
import { type Answer, ask, type Limits, notTheService } from './webRequest.ts';

/** The network as MSAL uses it, and why it failed: MSAL itself loses the directory's words in the device code flow. */
export interface Network {
  readonly client: INetworkModule;
  /** What the network failed with last, else the error that MSAL made of it. */
  reasonOf(error: unknown): unknown;
  /** Why the last poll for a device code had no answer; nothing, where it had one. */
  readonly lastSilence: Error | undefined;
}

/**
 * Each request ends within the limits, and each answer is one that a directory gives, or the sign-in fails saying so. With a
 * pace, the poll for a device code goes on until the code expires or the directory refuses for good (RFC 8628, 3.5): being told
 * to slow down, silence, a broken connection, an error of the server and a proxy's page are passed over.
 */
export function msalNetwork(limits: Limits, pace?: PollingPace): Network {
  let reason: unknown;
  let lastSilence: Error | undefined;

  async function send<T>(method: 'GET' | 'POST', url: string, options: NetworkRequestOptions = {}): Promise<NetworkResponse<T>> {
    reason = undefined;
    const isPoll = pace !== undefined && new URLSearchParams(options.body).has('device_code');
    try {
      return isPoll ? await poll<T>(pace, url, options) : await once<T>(method, url, options);
    } catch (error) {
      reason = error;
      throw error;
    }
  }

  async function once<T>(method: 'GET' | 'POST', url: string, options: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    const { answer, body, refusal } = await request(method, url, options, limits);
    reason = refusal;
    // MSAL never looks for an error here, and would hand out a code that is not there.
    if (refusal && url.includes('/devicecode')) throw refusal;
    // The answer was just held against its schema; MSAL names no type for it.
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: body as T };
  }

  async function poll<T>(pace: PollingPace, url: string, options: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    await pace.rest();
    lastSilence = undefined;
    const got = await request('POST', url, options, limits).catch((error: unknown) => {
      if (error instanceof Problem) return error;
      throw error;
    });
    if (got instanceof Problem) {
      lastSilence = got;
      pace.unanswered();
      return stillPending<T>();
    }
    const { answer, body, refusal } = got;
    if (refusal && isPassing(refusal, answer.status)) {
      if (refusal.error === 'slow_down') pace.toldToSlowDown();
      else {
        lastSilence = refusal;
        pace.unanswered(Number(answer.headers.get('retry-after')) || 0);
      }
      return stillPending<T>();
    }
    pace.answered();
    reason = refusal;
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: body as T };
  }

  return {
    client: {
      sendGetRequestAsync: (url, options) => send('GET', url, options),
      sendPostRequestAsync: (url, options) => send('POST', url, options),
    },
    reasonOf: (error) => reason ?? error,
    get lastSilence() {
      return lastSilence;
    },
  };
}

/** One request, and its answer as a directory gives it. `authorization_pending` is no refusal. */
async function request(method: 'GET' | 'POST', url: string, { headers = {}, body }: NetworkRequestOptions, limits: Limits) {
  const answer: Answer = await ask(
    url,
    { method, headers, secrets: secretsOf(body), ...(body !== undefined && { body }) },
    limits,
  );
  const parsed = answerBody.safeParse(jsonOf(answer.text));
  if (!parsed.success) throw notTheService(url, answer, 'the directory');
  const refused = refusalBody.safeParse(parsed.data);
  const refusal = refused.success && refused.data.error !== pending ? new Refusal(refused.data) : undefined;
  return { answer, body: parsed.data, refusal };
}

const pending = 'authorization_pending';

/** What keeps MSAL polling. */
function stillPending<T>(): NetworkResponse<T> {
  return { status: 400, headers: {}, body: { error: pending } as T };
}

function secretsOf(form = ''): readonly string[] {
  const fields = new URLSearchParams(form);
  return ['client_secret', 'refresh_token', 'device_code'].flatMap((name) => fields.getAll(name));
}

/** What a directory answers: a refusal, a token, or a code. Without its interval, MSAL would poll without a pause. */
const answerBody = z.union([
  z.looseObject({ error: z.string() }),
  z.looseObject({ access_token: z.string().min(1) }),
  z.looseObject({
    device_code: z.string().min(1),
    user_code: z.string().min(1),
    verification_uri: z.url(),
    expires_in: z.coerce.number().positive(),
    interval: z.coerce.number().min(1).catch(5),
  }),
]);
