import type { CheckView } from '../view/checks.ts';
import type { View } from '../view/view.ts';
import { markOfCheck, markOfTask } from './marks.ts';

/** Where an installation is, what stands against it, and what to do next: lines for people. `again` leads to the same service. */
export function describeView(view: View, again: string): string[] {
  return [`${named(view)}: ${view.status}, at ${titleOf(view.page)}.`, ...standing(view), '', ...nextOf(view, again)];
}

/** What is found and left to do, without what passed. */
export function standing({ problems, checks, tasks, outcome }: View): string[] {
  const telling = checks.filter(({ status }) => status !== 'passed');
  return [
    ...(outcome ? [`  ${outcome.message}`] : []),
    ...problems.filter(({ detail }) => !telling.some(({ message }) => message === detail)).map((problem) => describe(problem)),
    ...telling.map(describeCheck),
    ...tasks.map(({ title, state, reason }) => `  ${markOfTask[state]} ${title}${reason ? ` (${reason})` : ''}`),
  ];
}

/** What the user can do now, as commands. */
export function nextOf({ id, status, can }: View, again: string): string[] {
  const command = (name: string, more = '') => `  mim-setup ${name} ${id}${more}${again}`;
  switch (status) {
    case 'finished':
      return ['What was installed, and how:', command('report')];
    case 'cancelled':
      return ['It was called off. Begin another one with:', `  mim-setup wizard${again}`];
    case 'ready':
      return [
        'Read the plan, then install:',
        command('plan'),
        ...(can.includes('install')
          ? [command('resume', ' --install')]
          : can.includes('report')
            ? [command('plan', ' --format ps1'), command('report', ' --exit-code <code> --log <file>')]
            : [command('resume')]),
      ];
    case 'installing':
      return ['The installer is at work. Follow it with:', command('resume')];
    case 'failed':
      return ['Read the log, mend the cause, then try again:', command('resume')];
    case 'postInstallation':
      return ['Closing tasks remain. Go through them with:', command('resume')];
    default:
      return ['Go on in the terminal, or with a file of answers:', command('resume'), command('resume', ' --answers <file>')];
  }
}

export function titleOf({ id, title, subtitle }: { id: string; title: string; subtitle: string }): string {
  return `"${subtitle || title}" (${id})`;
}

export function describeCheck(check: CheckView): string {
  return `  ${markOfCheck[check.status]} ${tellCheck(check)}`;
}

/** What a check is about, and what it found. */
export function tellCheck({ id, title, message, detail, overridden }: CheckView): string {
  const said = overridden ? `overridden: ${overridden.reason}` : message;
  return `${title} (${id}): ${said}${detail ? `\n${indent(detail)}` : ''}`;
}

export function describe(problem: View['problems'][number]): string {
  return `  ${markOfCheck.failed} ${tellProblem(problem)}`;
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
