import { useCallback, useEffect, useState } from 'react';

const asked = new URLSearchParams(location.search);
/** Where the service is. It has to allow the origin of this page: MIM_SETUP_ALLOWED_ORIGINS. */
const service = asked.get('service') ?? 'http://127.0.0.1:5780';
const headers = { 'Content-Type': 'application/json', ...(asked.has('token') && { Authorization: `Bearer ${asked.get('token')}` }) };

export type Values = Record<string, unknown>;

/** As much of a view as this front end reads. The whole of it is in the OpenAPI document. */
export interface View {
  readonly revision: number;
  readonly status: string;
  readonly page: {
    readonly id: string;
    readonly kind: string;
    readonly title: string;
    readonly subtitle: string;
    readonly guide: { readonly text: string };
    readonly schema: Values;
    readonly uiSchema: Values;
    readonly jsonForms: Values;
    readonly formData: Values;
  };
  readonly problems: readonly { readonly title: string; readonly detail: string }[];
  readonly checks: readonly { readonly id: string; readonly title: string; readonly status: string; readonly message: string }[];
  readonly tasks: readonly { readonly id: string; readonly title: string; readonly state: string }[];
  readonly signIn: { readonly userCode: string; readonly verificationUri: string } | null;
  readonly progress: { readonly action: string; readonly percent: number } | null;
  readonly can: readonly string[];
  readonly links: { readonly self: string; readonly events: string };
}

/** What was not valid about what was sent; `field` is dotted where fields nest, and empty where it is about none. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** Begins a rehearsed installation, follows it, and sends events to it. */
export function useInstallation() {
  const [view, setView] = useState<View>();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);

  const post = useCallback(async (path: string, body: Values, more: Record<string, string> = {}) => {
    try {
      const reply = await fetch(service + path, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) });
      const said = await reply.json();
      if (reply.ok) setView(said);
      setErrors(reply.ok ? [] : (said.errors ?? [{ field: '', message: said.detail }]));
    } catch (error) {
      setErrors([{ field: '', message: String(error) }]);
    }
  }, []);

  useEffect(() => {
    post('/api/v1/installations', { mode: 'rehearsal', rehearsal: { pace: 1 } });
  }, [post]);

  // The service is asked for the next view, and answers when there is one: a check has ended, or somebody else has moved on. While
  // there is none it answers 304 after 20 seconds, and is asked again; where it does not answer at all, a little later.
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!view || ['finished', 'cancelled'].includes(view.status)) return;
    const over = new AbortController();
    let later: ReturnType<typeof setTimeout>;
    const wait = { ...headers, Prefer: 'wait=20', 'If-None-Match': `"${view.revision}"` };
    const ask = async () => {
      const reply = await fetch(service + view.links.self, { headers: wait, signal: over.signal });
      if (reply.ok) setView(await reply.json());
      else if (reply.status === 304) setTurn(turn + 1);
      else throw new Error((await reply.json()).detail);
    };
    ask().catch((error: Error) => {
      if (over.signal.aborted) return;
      setErrors([{ field: '', message: error.message }]);
      later = setTimeout(() => setTurn(turn + 1), 2000);
    });
    return () => {
      over.abort();
      clearTimeout(later);
    };
  }, [view, turn]);

  const send = (event: Values) => view && post(view.links.events, event, { 'If-Match': `"${view.revision}"` });
  return { view, errors, send };
}
