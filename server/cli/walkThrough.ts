import type { AnswersFile } from '../answers/answersFile.ts';
import type { View } from '../view/view.ts';
import type { Connection } from './connection.ts';
import { describeCheck, describeView, nextOf, runsElsewhere, standing, titleOf } from './describeView.ts';
import type { Ending } from './exitCodes.ts';
import { Narrator } from './narrator.ts';
import type { Output } from './output.ts';
import { Left, type Surroundings } from './surroundings.ts';
import { untilSettled } from './untilSettled.ts';

interface Walk {
  readonly id: string;
  /** What happened up to this revision is not told. */
  readonly after: number;
  /** Answers to walk by; without them what runs is followed. */
  readonly file?: AnswersFile;
  /** Whether it is to be installed; unless told, what the file says. */
  readonly install?: boolean;
  readonly connection: Connection;
  readonly surroundings: Surroundings;
  readonly out: Output;
}

/** Walks an installation on, tells what happens, and in the end where it stands and what to do next. */
export async function walkThrough({
  id,
  after,
  file,
  install = file?.install ?? false,
  connection,
  surroundings,
  out,
}: Walk): Promise<Ending> {
  const { api, again } = connection;
  const { output, leave } = surroundings;
  const narrator = new Narrator(out, output);
  try {
    if (file) await api.walk(id, file);
    const view = await untilSettled(api, id, { after, tell: narrator.tell, signal: leave });
    narrator.end();
    out.json(view);
    const warnings = (await api.checks(id)).filter(({ status }) => status === 'warning' || status === 'overridden');
    if (warnings.length > 0) out.line('\nChecks with a warning, or overridden:');
    for (const check of warnings) out.line(describeCheck(check));
    for (const line of conclusion(view, again)) out.line(line);
    return endingOf(view, install);
  } catch (error) {
    narrator.end();
    if (error instanceof Left) {
      out.remark(`\nLeft. Take it up again with:\n  ${again(`resume ${id}`)}`);
      return 'left';
    }
    throw error;
  }
}

function conclusion(view: View, again: Connection['again']): string[] {
  const { status, stopped, unused, option } = view;
  const aside = unused.length > 0 ? [`Not on this way, and of no effect: ${unused.join(', ')}.`] : [];
  if (status === 'finished') return ['', ...aside, `Finished${option ? `, option ${option}` : ''}.`, ...nextOf(view, again)];
  const why = stopped && reasons[status === 'ready' && runsElsewhere(view) ? 'ready' : stopped.reason];
  if (!stopped || !why) return ['', ...aside, ...describeView(view, again)];
  const told = stopped.problems.map(({ field, message }) => `  ${field ? `${field}: ` : ''}${message}`);
  return [
    '',
    ...aside,
    `Stopped at ${titleOf(view.page)}: ${why}`,
    ...(told.length > 0 ? told : standing(view)),
    '',
    ...nextOf(view, again),
  ];
}

/** Why a walk has stopped, in words. */
export const reasons: Readonly<Record<NonNullable<View['stopped']>['reason'], string>> = {
  unanswered: 'the file does not answer it.',
  invalid: 'some answers are not valid.',
  'check-failed': 'a check failed.',
  warning: 'this warning is not acknowledged in the file.',
  ready: 'everything is known that the installation needs, and nothing was touched.',
  'installer-failed': 'the installer failed.',
  tasks: 'The installer has succeeded, and closing tasks remain.',
};

/** Done is what was asked for: the review, or the installation. */
export function endingOf(view: View, installs: boolean): Ending {
  const { status, can } = view;
  switch (status) {
    case 'finished':
    case 'postInstallation':
      return 'done';
    case 'ready':
      return installs || !(can.includes('install') || runsElsewhere(view)) ? 'stopped' : 'done';
    case 'failed':
      return 'installerFailed';
    default:
      return 'stopped';
  }
}
