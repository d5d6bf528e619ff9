import type { View } from '../server/view/view.ts';
import type { PageAnswers } from './answers.ts';
import { Leash } from './leash.ts';

/** What a reply carried. */
export interface Reply<Body = View> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

/** A client of the REST API, as a front end is one. */
export class Client {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #leash = new Leash();

  constructor(url: string, headers: Readonly<Record<string, string>> = {}) {
    this.#url = url;
    this.#headers = headers;
  }

  async request<Body = View>(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
    signal: AbortSignal | null = null,
  ): Promise<Reply<Body>> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      signal,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...this.#headers, ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text && JSON.parse(text)) as Body, headers: response.headers };
  }

  async begin(wish: object = { mode: 'rehearsal', rehearsal: { pace: 1 } }): Promise<View> {
    const { status, body } = await this.request('POST', '/api/v1/installations', wish);
    if (status !== 201) throw new Error(`begin: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  async view(id: string): Promise<View> {
    return (await this.request('GET', `/api/v1/installations/${id}`)).body;
  }

  async event<Body = View>(
    id: string,
    event: object,
    headers: Readonly<Record<string, string>> = { Prefer: 'wait=20' },
  ): Promise<Reply<Body>> {
    this.#leash.step(`Installation ${id}`, () => JSON.stringify(event));
    return await this.request<Body>('POST', `/api/v1/installations/${id}/events`, event, headers);
  }

  /** Answers what is on screen: a page with its answers, a warning knowingly. */
  async step(view: View, answers: PageAnswers): Promise<View> {
    const page = view.page.id;
    const event =
      view.status === 'warning' ? { type: 'acknowledge', page } : { type: 'submit', page, answers: answers[page] ?? {} };
    const { status, body } = await this.event(view.id, event);
    if (status !== 200) throw new Error(`${page}: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  /** Walks on until `ready`, or until something does not let it. Tells each screen that it came by. */
  async walk(from: View, answers: PageAnswers): Promise<{ view: View; screens: string[] }> {
    const screens: string[] = [];
    let view = from;
    while (view.status === 'asking' || view.status === 'warning') {
      screens.push(view.page.id);
      const next = await this.step(view, answers);
      if (next.page.id === view.page.id) return { view: next, screens };
      view = next;
    }
    return { view, screens };
  }

  /** Waits until an installation's status is one of these. */
  async until(id: string, ...statuses: readonly string[]): Promise<View> {
    let view = await this.view(id);
    for (const end = Date.now() + 30_000; !statuses.includes(view.status); ) {
      if (Date.now() > end) throw new Error(`still ${view.status}`);
      const headers = { 'If-None-Match': `"${view.revision}"`, Prefer: 'wait=5' };
      const reply = await this.request('GET', `/api/v1/installations/${id}`, undefined, headers);
      if (reply.status === 200) view = reply.body;
    }
    return view;
  }
}
