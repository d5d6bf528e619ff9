import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { z } from 'zod';
import { jsonOf } from './jsonOf.ts';
import { Refusal, refusalBody } from './signInRefusal.ts';
import { ask, type Limits, notTheService } from './webRequest.ts';

/** The network as MSAL uses it, and why it failed: MSAL itself loses the directory's words in the device code flow. */
export interface Network {
  readonly client: INetworkModule;
  /** What the network failed with last, else the error that MSAL made of it. */
  reasonOf(error: unknown): unknown;
}

/** Each request ends within the limits, and each answer is one that a directory gives, or the sign-in fails saying so. */
export function msalNetwork(limits: Limits): Network {
  let reason: unknown;

  async function send<T>(method: 'GET' | 'POST', url: string, options: NetworkRequestOptions = {}): Promise<NetworkResponse<T>> {
    reason = undefined;
    try {
      const { headers = {}, body } = options;
      const answer = await ask(url, { method, headers, secrets: secretsOf(body), ...(body !== undefined && { body }) }, limits);
      const parsed = answerBody.safeParse(jsonOf(answer.text));
      if (!parsed.success) throw notTheService(url, answer, 'the directory');
      const refusal = refusalBody.safeParse(parsed.data);
      if (refusal.success && refusal.data.error !== 'authorization_pending') reason = new Refusal(refusal.data);
      // MSAL never looks for an error here, and would hand out a code that is not there.
      if (reason && url.includes('/devicecode')) throw reason;
      // The answer was just held against its schema; MSAL names no type for it.
      return { status: answer.status, headers: Object.fromEntries(answer.headers), body: parsed.data as T };
    } catch (error) {
      reason = error;
      throw error;
    }
  }

  return {
    client: {
      sendGetRequestAsync: (url, options) => send('GET', url, options),
      sendPostRequestAsync: (url, options) => send('POST', url, options),
    },
    reasonOf: (error) => reason ?? error,
  };
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
