import type { CheckView } from '../view/checks.ts';
import type { View } from '../view/view.ts';
import type { Connection } from './connection.ts';
import { symbolOfCheck, symbolOfTask } from './statusSymbols.ts';

/** Where an installation is, what stands against it, and what to do next: lines for people. `again` makes a command line that leads to the same service. */
export function describeView(view: View, again: Connection['again']): string[] {
  return [`${named(view)}: ${view.status}, at ${titleOf(view.page)}.`, ...standing(view), '', ...nextOf(view, again)];
}

/** What is found and left to do, without what passed. */
export function standing({ status, problems, checks, tasks, outcome }: View): string[] {
  const telling = checks.filter(
    (check) => check.status !== 'passed' && (!reviewed.includes(status) || check.status === 'failed'),
  );
  return [
    ...(outcome && problems.length === 0 ? [`  ${outcome.message}`] : []),
    ...problems.filter(({ detail }) => !telling.some(({ message }) => message === detail)).map((problem) => describe(problem)),
    ...telling.filter(({ status }) => status !== 'skipped').map(describeCheck),
    ...waiting(telling),
    ...tasks.map(({ title, state, reason }) => `  ${symbolOfTask[state]} ${title}${reason ? ` (${reason})` : ''}`),
  ];
}

/** Checks that wait for others, in one line. */
function waiting(checks: readonly CheckView[]): string[] {
  const titles = checks.filter(({ status }) => status === 'skipped').map(({ title }) => title);
  return titles.length > 0
    ? [`  ${symbolOfCheck.skipped} Not checked yet, because other checks come first: ${titles.join('; ')}.`]
    : [];
}

/** Statuses at which the warnings of all pages have been seen. */
const reviewed: readonly string[] = ['ready', 'failed'];

/** What the user can do now, as commands. */
export function nextOf(view: View, again: Connection['again']): string[] {
  const { id, status, can } = view;
  const command = (name: string, more = '') => `  ${again(`${name} ${id}${more}`)}`;
  switch (status) {
    case 'finished':
      return ['What was installed, and how:', command('report')];
    case 'cancelled':
      return ['It was called off. Begin another one with:', `  ${again('wizard')}`];
    case 'ready':
      return [
        runsElsewhere(view)
          ? 'Read the plan, run its script on the server, and report how it ended:'
          : 'Read the plan, then install:',
        command('plan'),
        ...(can.includes('install')
          ? [command('resume', ' --install')]
          : runsElsewhere(view)
            ? [command('plan', ' --format ps1'), command('report', reporting)]
            : [command('resume')]),
      ];
    case 'installing':
      return ['The installer is at work. Follow it with:', command('resume')];
    case 'failed':
      if (runsElsewhere(view))
        return ['Mend the cause, run the script again, and report how it ended:', command('report', reporting)];
      return ['Read the log, mend the cause, then try again:', command('resume')];
    case 'postInstallation':
      return ['Closing tasks remain. Go through them with:', command('resume')];
    default:
      return ['Go on in the terminal, or with a file of answers:', command('resume'), command('resume', ' --answers <file>')];
  }
}

const reporting = ' --exit-code <code> --log <file>';

/** Whether the installer is run on the server by the script of the plan, for it can't run where the service does. */
export function runsElsewhere({ status, tasks, can }: View): boolean {
  return status === 'failed' ? !can.includes('retry') : tasks.some(({ id }) => id === 'run-installer');
}

/**
 * What a screen is called, with its id, by which commands and files name it.
 *
 * @example titleOf({ id: 'cloud', title: 'Cloud', subtitle: '' }) // "Cloud" (cloud)
 */
export function titleOf({ id, title, subtitle }: { id: string; title: string; subtitle: string }): string {
  return `"${subtitle || title}" (${id})`;
}

/** A line, or several, with the sign of how the check stands. */
export function describeCheck(check: CheckView): string {
  return `  ${symbolOfCheck[check.status]} ${tellCheck(check)}`;
}

/** What a check is about, and what it found. */
export function tellCheck({ id, title, message, detail, script, overridden }: CheckView): string {
  const said = overridden ? `overridden: ${overridden.reason}` : message;
  const more = [...(detail ? [detail] : []), ...(script && !overridden ? [`PowerShell that mends it:\n${script.trim()}`] : [])];
  return [`${title} (${id}): ${said}`, ...more.map(indent)].join('\n');
}

/** A problem, in a line or several, with the sign of what went wrong. */
export function describe(problem: View['problems'][number]): string {
  return `  ${symbolOfCheck.failed} ${tellProblem(problem)}`;
}

/** A problem with the other side's own words, if there are any. */
export function tellProblem({ title, detail, field }: View['problems'][number]): string {
  return `${title}: ${field ? `${field}: ` : ''}${indent(detail).trimStart()}`;
}

function named({ id, name, mode, option }: View): string {
  return `${mode === 'live' ? 'Installation' : 'Rehearsal'} ${name ? `"${name}", ` : ''}${id}${option ? `, option ${option}` : ''}`;
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}
