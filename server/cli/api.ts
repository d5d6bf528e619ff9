import type { AnswersFile } from '../answers/answersFile.ts';
import type { Language } from '../language/languages.ts';
import type { RunnerView } from '../runner/runnerView.ts';
import type { HistoryEntry } from '../store/rows.ts';
import type { AuditTrail } from '../view/auditTrail.ts';
import type { CheckView } from '../view/checks.ts';
import type { PageBehind } from '../view/pageBehind.ts';
import type { View } from '../view/view.ts';
import { follow, type News } from './follow.ts';
import { Requests } from './requests.ts';

/** What an installation is begun with. */
export interface Wish {
  readonly mode: 'rehearsal' | 'live';
  readonly name?: string;
  readonly package?: string;
  readonly runner?: string;
  /** The id of the installation whose answers it begins with. */
  readonly copyOf?: string;
  /** The answers that it begins with; they are laid over those of `copyOf`. */
  readonly answers?: AnswersFile;
  readonly rehearsal?: { readonly failAt?: string; readonly failCheck?: string; readonly times?: number; readonly pace?: number };
}

/** An installation as `GET /installations` lists it. */
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
  readonly #requests: Requests;

  /** @param leave ends every request when the user leaves. */
  constructor(url: string, token: string | undefined, leave: AbortSignal) {
    this.#requests = new Requests(url, token, leave);
  }

  begin(wish: Wish): Promise<View> {
    return this.#requests.json('POST', '/installations', wish);
  }

  /** @param query `status`, `limit`, `cursor`. */
  list(query: Readonly<Record<string, string>>): Promise<{ items: Listed[]; next?: string }> {
    return this.#requests.json('GET', `/installations?${new URLSearchParams(query)}`);
  }

  view(id: string): Promise<View> {
    return this.#requests.json('GET', at(id));
  }

  /** Sends an event; with `revision` it counts only if the installation is still there. */
  send(id: string, event: object, revision?: number): Promise<View> {
    return this.#requests.json('POST', `${at(id)}/events`, event, revision === undefined ? {} : { 'If-Match': `"${revision}"` });
  }

  walk(id: string, file: object): Promise<View> {
    return this.#requests.json('PUT', `${at(id)}/answers`, file);
  }

  /** Tells what the package is, by its listing as `mim-setup inspect --json` has written it. */
  sendListing(id: string, listing: string): Promise<View> {
    return this.#requests.json('PUT', `${at(id)}/package`, new Blob([listing], { type: 'application/json' }));
  }

  /** The client secret that was registered here; it is handed out once. */
  handOut(id: string, reason: string): Promise<string> {
    return this.#requests
      .json<{ clientSecret: string }>('POST', `${at(id)}/secret`, { reason })
      .then(({ clientSecret }) => clientSecret);
  }

  /** Gives an installation to a runner, or back to the service. */
  assign(id: string, runner: string | null): Promise<View> {
    return this.#requests.json('PATCH', at(id), { runner });
  }

  runners(): Promise<{ items: ListedRunner[] }> {
    return this.#requests.json('GET', '/runners');
  }

  inviteRunner(name: string): Promise<{ name: string; code: string; expiresAt: string }> {
    return this.#requests.json('POST', '/runners', { name });
  }

  async removeRunner(name: string): Promise<void> {
    await this.#requests.send('DELETE', `/runners/${encodeURIComponent(name)}`);
  }

  /** A page of the way here as it was answered. */
  pageBehind(id: string, page: string): Promise<PageBehind> {
    return this.#requests.json('GET', `${at(id)}/pages/${encodeURIComponent(page)}`);
  }

  checks(id: string): Promise<CheckView[]> {
    return this.#requests.json('GET', `${at(id)}/checks`);
  }

  answers(id: string): Promise<string> {
    return this.#requests.text(`${at(id)}/answers`, { Accept: 'application/yaml' });
  }

  /** The same as data. Each secret is a placeholder. */
  answersFile(id: string): Promise<Pick<AnswersFile, 'pages'> & Partial<AnswersFile>> {
    return this.#requests.json('GET', `${at(id)}/answers`);
  }

  plan(id: string, format: string): Promise<string> {
    return this.#requests.text(`${at(id)}/plan?format=${format}`);
  }

  /** What was installed, and how. */
  closingReport(id: string, format: string, lang: Language): Promise<string> {
    return this.#requests.text(`${at(id)}/report?${new URLSearchParams({ format, lang })}`);
  }

  /** The installer's log: of the last attempt, or of this one. */
  log(id: string, attempt?: string): Promise<string> {
    return this.#requests.text(`${at(id)}/log${attempt === undefined ? '' : `?${new URLSearchParams({ attempt })}`}`);
  }

  /** Everything that helps whoever helps, as a zip. */
  async collection(id: string, lang: Language): Promise<AsyncIterable<Uint8Array>> {
    return (await this.#requests.send('GET', `${at(id)}/collection?lang=${lang}`)).body!;
  }

  history(id: string): Promise<HistoryEntry[]> {
    return this.#requests.json('GET', `${at(id)}/history`);
  }

  /** Who did what, signed. */
  auditTrail(id: string): Promise<AuditTrail> {
    return this.#requests.json('GET', `${at(id)}/audit`);
  }

  /** Deletes one that has ended. */
  async forget(id: string): Promise<void> {
    await this.#requests.send('DELETE', at(id));
  }

  /** How an installer ended that ran elsewhere. */
  report(id: string, exitCode: number, log: Blob | undefined, { installed = false } = {}): Promise<View> {
    const query = `exitCode=${exitCode}${installed ? '&installed=true' : ''}`;
    return this.#requests.json('POST', `${at(id)}/report?${query}`, log ?? new Blob(), { 'Content-Type': 'text/plain' });
  }

  /** Everything that happens to an installation after a revision, until the caller has enough or `signal` aborts. */
  follow(id: string, after: number, signal: AbortSignal): AsyncGenerator<News> {
    const either = AbortSignal.any([signal, this.#requests.leave]);
    const connect = (last: number) =>
      this.#requests.send('GET', `${at(id)}/stream`, { headers: { 'Last-Event-ID': String(last) }, signal: either });
    return follow(connect, after, either);
  }
}

function at(id: string): string {
  return `/installations/${encodeURIComponent(id)}`;
}
