import { emitKeypressEvents } from 'node:readline';
import { timeOfDay } from '../../view/times.ts';
import type { View } from '../../view/view.ts';
import { tellCheck } from '../describeView.ts';
import type { News } from '../follow.ts';
import { nameOf } from '../narrator.ts';
import { bar, StatusLine } from '../statusLine.ts';
import { Left } from '../surroundings.ts';
import { untilSettled } from '../untilSettled.ts';
import type { Prompts } from './prompts.ts';
import { type Screen, send, type Talk } from './talk.ts';

/** The user has called off what is waited for (Esc). */
class CalledOff extends Error {}

/** Waits for what runs, with a spinner or a bar, and tells what came of it. Esc calls a check off, or stops the installer. */
export const wait: Screen = async (talk, view) => {
  const { api, prompts, leave } = talk;
  const status = new StatusLine(prompts.output);
  const off = new AbortController();
  const keys = listen(prompts, off);
  try {
    status.show(whatRuns(view));
    const tell = teller(view, prompts, status);
    const settled = await untilSettled(api, view.id, {
      after: view.revision - 1,
      tell,
      signal: AbortSignal.any([leave, off.signal]),
    });
    status.clear();
    tellResults(prompts, view, await api.checks(view.id), settled);
    return settled;
  } catch (error) {
    if (!(error instanceof CalledOff)) throw error;
    keys.stop();
    status.clear();
    // Awaited, for what is done at the end would take the keys away from the question.
    return await callOff(talk, await api.view(view.id));
  } finally {
    keys.stop();
    status.clear();
  }
};

function teller(view: View, prompts: Prompts, status: StatusLine): (news: News) => void {
  let code = '';
  return (news) => {
    const signIn = 'view' in news ? news.view.signIn : 'progress' in news ? news.progress.signIn : undefined;
    if (signIn && signIn.userCode !== code) {
      code = signIn.userCode;
      status.clear();
      prompts.say.note(
        `Open ${signIn.verificationUri} in a browser on any device and enter the code\n  ${signIn.userCode}\nIt is good until ${timeOfDay(signIn.expiresAt)}.`,
      );
      status.show(whatRuns(view));
    }
    if ('view' in news && news.view.progress) status.show(installing(news.view.progress));
    if (!('progress' in news)) return;
    if (news.progress.installer) status.show(installing(news.progress.installer));
    const pending = news.progress.checks?.findLast((check) => check.status === 'pending');
    if (pending) status.show(`${whatRuns(view)}  ${pending.id}`);
  };
}

function whatRuns(view: View): string {
  if (view.status === 'installing') return installing(view.progress);
  if (view.status === 'ready') return 'Checking everything once more (Esc: back)';
  if (view.status === 'postInstallation') return 'Looking at what is installed';
  return `Checking: ${nameOf(view)} (Esc: call it off)`;
}

function installing(progress: View['progress']): string {
  if (progress?.trouble) return `${bar(progress.percent)}  ${progress.trouble}`;
  if (!progress?.action) return `${bar(0)}  the installer starts`;
  return `${bar(progress.percent)}  ${progress.phase}: ${progress.action}`;
}

/** What the checks of the page that was left found; failures are told where they are dealt with. */
function tellResults({ say }: Prompts, view: View, checks: View['checks'], settled: View): void {
  if (view.status === 'installing') {
    if (settled.status === 'postInstallation') say.done(settled.outcome?.message ?? 'The installer has succeeded.');
    return;
  }
  const asked = view.status === 'checking' ? checks.filter(({ page }) => page === view.page.id) : [];
  const passed = asked.filter(({ status }) => status === 'passed');
  const warned = asked.filter(({ status }) => status === 'warning');
  if (passed.length > 0) say.done(`${passed.length} ${passed.length === 1 ? 'check' : 'checks'} passed.`);
  if (warned.length > 0) say.warning(warned.map(tellCheck).join('\n'));
}

async function callOff(talk: Talk, view: View) {
  if (view.status !== 'installing') return view.can.includes('back') ? send(talk, view, { type: 'back' }) : view;
  const choice = await talk.prompts.select(
    'The installer is at work.',
    [
      { value: 'on', label: 'Let it go on' },
      { value: 'stop', label: 'Stop it and undo what it has done' },
    ],
    'on',
  );
  return choice === 'stop' && view.can.includes('cancel') ? send(talk, view, { type: 'cancel' }) : view;
}

/** Hears Esc and Ctrl-C while nothing is asked. */
function listen({ input }: Prompts, off: AbortController): { stop(): void } {
  const pressed = (_text: string, key: { name?: string; ctrl?: boolean }) => {
    if (key.name === 'escape') off.abort(new CalledOff());
    if (key.ctrl && key.name === 'c') off.abort(new Left());
  };
  emitKeypressEvents(input);
  input.setRawMode(true);
  input.on('keypress', pressed).resume();
  return {
    stop() {
      input.off('keypress', pressed);
      input.setRawMode(false);
      input.pause();
    },
  };
}
