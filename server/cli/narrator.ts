import type { Progress } from '../../machines/ports/call.ts';
import { timeOfDay } from '../view/times.ts';
import type { View } from '../view/view.ts';
import { capitalize, words } from '../view/words.ts';
import type { News } from './follow.ts';
import type { Output } from './output.ts';
import { bar, StatusLine } from './statusLine.ts';
import { symbolOfTask, symbols } from './statusSymbols.ts';

/** Tells people what an installation is doing while it goes on: a line for each page, and what runs at the moment. */
export class Narrator {
  readonly #out: Output;
  readonly #status: StatusLine;
  #last: View | undefined;
  #phase = '';
  #action = '';
  #trouble = '';
  #code = '';

  constructor(out: Output, stream: NodeJS.WriteStream) {
    this.#out = out;
    this.#status = new StatusLine(stream);
  }

  readonly tell = (news: News): void => {
    if (this.#out.isJson) return;
    if ('view' in news) this.#tellView(news.view);
    else if ('progress' in news) this.#tellProgress(news.progress);
  };

  /** Ends the telling. */
  end(): void {
    this.#status.clear();
  }

  #tellView(view: View): void {
    const last = this.#last;
    this.#last = view;
    const left = last && last.page.id !== view.page.id ? whatCameOf(last, view) : undefined;
    if (last && left) this.#say(last, left);
    if (last?.status === 'postInstallation') this.#tellTasks(last, view);
    if (view.signIn) this.#tellSignIn(view.signIn);
    if (view.status === 'checking') this.#status.show(`Checking: ${nameOf(view)}`);
    else if (view.status === 'ready') this.#status.show('Checking everything once more');
    else if (view.status !== 'installing') this.#status.clear();
  }

  #tellTasks(last: View, view: View): void {
    for (const { id, title, state } of view.tasks) {
      const before = last.tasks.find((task) => task.id === id)?.state;
      if (state !== before && state !== 'open') this.#say(last, `${symbolOfTask[state]} ${title}`);
    }
  }

  #tellProgress({ checks = [], signIn, installer }: Progress): void {
    if (signIn) this.#tellSignIn(signIn);
    const pending = checks.findLast(({ status }) => status === 'pending');
    if (pending && this.#last) this.#status.show(`Checking: ${nameOf(this.#last)} (${pending.id})`);
    if (!installer) return;
    const { action, phase, percent, trouble = '' } = installer;
    this.#status.show(`${bar(percent)}  ${phase}: ${action}`);
    if (trouble && trouble !== this.#trouble && this.#last) this.#say(this.#last, `${symbols.warning} ${trouble}`);
    this.#trouble = trouble;
    if (action !== this.#action && this.#last) this.#say(this.#last, `${symbols.open} ${action}`);
    this.#action = action;
  }

  #tellSignIn({ userCode, verificationUri, expiresAt }: NonNullable<View['signIn']>): void {
    if (userCode === this.#code) return;
    this.#code = userCode;
    this.#status.clear();
    this.#out.line(`  To sign in, open ${verificationUri} and enter the code ${userCode} (until ${timeOfDay(expiresAt)}).`);
  }

  #say({ page: { phase } }: View, text: string): void {
    this.#status.clear();
    if (phase !== this.#phase) this.#out.line(this.#out.style('bold', capitalize(words(phase))));
    this.#phase = phase;
    this.#out.line(`  ${text}`);
  }
}

/** A screen that was left is done, unless something went wrong on it. */
function whatCameOf(last: View, view: View): string | undefined {
  const name = `${last.page.id.padEnd(26)} ${nameOf(last)}`;
  switch (last.status) {
    case 'installing':
      return `${view.status === 'postInstallation' ? symbols.done : symbols.failed} ${view.outcome?.message ?? nameOf(last)}`;
    case 'warning':
      return `${symbols.warning} ${name}: taken on knowingly`;
    case 'error':
      return `${symbols.failed} ${name}`;
    case 'asking':
    case 'checking':
    case 'ready':
      return `${symbols.done} ${name}`;
    default:
      return undefined;
  }
}

/** What a screen is called in a list. */
export function nameOf({ page: { title, subtitle } }: View): string {
  return subtitle || title;
}
