import type { RunnerView } from '../runner/runnerView.ts';
import type { HistoryEntry } from '../store/rows.ts';
import type { AuditTrail } from '../view/auditTrail.ts';
import type { CheckView } from '../view/checks.ts';
import type { PageBehind } from '../view/pageBehind.ts';
import type { View } from '../view/view.ts';
import { follow, type News } from './follow.ts';
import { parsePrintable } from './printable.ts';
import { type ProblemDetails, Refused, Unreachable } from './problems.ts';

/** What an installation is begun with. */
export interface Wish {
  readonly mode: 'rehearsal' | 'live';
  readonly name?: string;
  readonly package?: string;
  readonly runner?: string;
  readonly rehearsal?: { readonly failAt?: string; readonly failCheck?: string; readonly times?: number; readonly pace?: number };
}

export type Listed = Pick<
  View,
  'id' | 'name' | 'mode' | 'runner' | 'status' | 'option' | 'revision' | 'createdAt' | 'updatedAt'
> & {
  readonly page: string;
};

/** A runner as `GET /runners` tells of it. */
export type ListedRunner = RunnerView;

/** The service as the command line talks to it, whether it runs elsewhere or in this very process. */
export class Api {
  readonly #url: string;
  readonly #token: string | undefined;
  readonly #leave: AbortSignal;

  /** @param leave ends every request when the user leaves. */
  constructor(url: string, token: string | undefined, leave: AbortSignal) {
    this.#url = url.replace(/\/+$/, '');
    this.#token = token;
    this.#leave = leave;
  }

  begin(wish: Wish): Promise<View> {
    return this.#json('POST', '/installations', wish);
  }

  /** @param query `status`, `limit`, `cursor`. */
  list(query: Readonly<Record<string, string>>): Promise<{ items: Listed[]; next?: string }> {
    return this.#json('GET', `/installations?${new URLSearchParams(query)}`);
  }

  view(id: string): Promise<View> {
    return this.#json('GET', at(id));
  }

  /** Sends an event; with `revision` it counts only if the installation is still there. */
  send(id: string, event: object, revision?: number): Promise<View> {
    return this.#json('POST', `${at(id)}/events`, event, revision === undefined ? {} : { 'If-Match': `"${revision}"` });
  }

  walk(id: string, file: object): Promise<View> {
    return this.#json('PUT', `${at(id)}/answers`, file);
  }

  /** Tells what the package is, by its listing as `mim-setup inspect --json` has written it. */
  sendListing(id: string, listing: string): Promise<View> {
    const typed = { 'Content-Type': 'application/json' };
    return this.#request('PUT', `${at(id)}/package`, listing, typed).then(json<View>);
  }

  /** The client secret that was registered here; it is handed out once. */
  handOut(id: string, reason: string): Promise<string> {
    return this.#json<{ clientSecret: string }>('POST', `${at(id)}/secret`, { reason }).then(({ clientSecret }) => clientSecret);
  }

  /** Gives an installation to a runner, or back to the service. */
  assign(id: string, runner: string | null): Promise<View> {
    return this.#json('PATCH', at(id), { runner });
  }

  runners(): Promise<{ items: ListedRunner[] }> {
    return this.#json('GET', '/runners');
  }

  inviteRunner(name: string): Promise<{ name: string; code: string; expiresAt: string }> {
    return this.#json('POST', '/runners', { name });
  }

  async removeRunner(name: string): Promise<void> {
    await this.#request('DELETE', `/runners/${encodeURIComponent(name)}`, undefined, {});
  }

  /** A page of the way here as it was answered. */
  pageBehind(id: string, page: string): Promise<PageBehind> {
    return this.#json('GET', `${at(id)}/pages/${encodeURIComponent(page)}`);
  }

  checks(id: string): Promise<CheckView[]> {
    return this.#json('GET', `${at(id)}/checks`);
  }

  answers(id: string): Promise<string> {
    return this.#text('GET', `${at(id)}/answers`, { Accept: 'application/yaml' });
  }

  plan(id: string, format: string): Promise<string> {
    return this.#text('GET', `${at(id)}/plan?format=${format}`, {});
  }

  /** What was installed, and how. */
  closingReport(id: string, format: string): Promise<string> {
    return this.#text('GET', `${at(id)}/report?format=${format}`, {});
  }

  /** The installer's log: of the last attempt, or of this one. */
  log(id: string, attempt?: string): Promise<string> {
    return this.#text('GET', `${at(id)}/log${attempt === undefined ? '' : `?${new URLSearchParams({ attempt })}`}`, {});
  }

  history(id: string): Promise<HistoryEntry[]> {
    return this.#json('GET', `${at(id)}/history`);
  }

  /** Who did what, signed. */
  auditTrail(id: string): Promise<AuditTrail> {
    return this.#json('GET', `${at(id)}/audit`);
  }

  /** Deletes one that has ended. */
  async forget(id: string): Promise<void> {
    await this.#request('DELETE', at(id), undefined, {});
  }

  /** How an installer ended that ran elsewhere. */
  report(id: string, exitCode: number, log: Blob | undefined, { installed = false } = {}): Promise<View> {
    const body = log ?? new Blob([]);
    const query = `exitCode=${exitCode}${installed ? '&installed=true' : ''}`;
    return this.#request('POST', `${at(id)}/report?${query}`, body, { 'Content-Type': 'text/plain' }).then(json<View>);
  }

  /** Everything that happens to an installation after a revision, until the caller has enough or `signal` aborts. */
  follow(id: string, after: number, signal: AbortSignal): AsyncGenerator<News> {
    const either = AbortSignal.any([signal, this.#leave]);
    const connect = (last: number) =>
      this.#request('GET', `${at(id)}/stream`, undefined, { 'Last-Event-ID': String(last) }, either);
    return follow(connect, after, either);
  }

  async #json<Body>(method: string, path: string, body?: object, headers: Readonly<Record<string, string>> = {}): Promise<Body> {
    const typed = body === undefined ? headers : { ...headers, 'Content-Type': 'application/json' };
    return json(await this.#request(method, path, body && JSON.stringify(body), typed));
  }

  async #text(method: string, path: string, headers: Readonly<Record<string, string>>): Promise<string> {
    return (await this.#request(method, path, undefined, headers)).text();
  }

  /** @throws {Refused}, {Unreachable}, or the reason of the signal that aborted it. */
  async #request(
    method: string,
    path: string,
    body: string | Blob | undefined,
    headers: Readonly<Record<string, string>>,
    signal = this.#leave,
  ): Promise<Response> {
    const authorization = this.#token === undefined ? {} : { Authorization: `Bearer ${this.#token}` };
    const response = await fetch(`${this.#url}/api/v1${path}`, {
      method,
      headers: { Accept: 'application/json, text/*;q=0.9, */*;q=0.8', ...headers, ...authorization },
      ...(body !== undefined && { body }),
      signal,
    }).catch((cause) => {
      throw signal.aborted ? signal.reason : new Unreachable(this.#url, { cause });
    });
    if (response.ok) return response;
    throw await refusalOf(response, this.#url);
  }
}

function at(id: string): string {
  return `/installations/${encodeURIComponent(id)}`;
}

async function json<Body>(response: Response): Promise<Body> {
  return parsePrintable<Body>(await response.text());
}

/** What answers without problem details is not a service of ours. */
async function refusalOf(response: Response, url: string): Promise<Error> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json')) return new Unreachable(url);
  return new Refused(await json<ProblemDetails>(response));
}
