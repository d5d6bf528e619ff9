import type { ConfirmationId, ErrorBoxId, PageId, WarningId } from '../pages/screens.ts';
import { asidesOf, type Lines } from './asidesOf.ts';
import { begun } from './context.ts';
import { flow, nextOf } from './flow.ts';
import type { InterviewLine } from './flowLines.ts';
import { wizard } from './setup.ts';
import { changes } from './states/changes.ts';
import { confirmation } from './states/confirmation.ts';
import { end } from './states/end.ts';
import { errorBox } from './states/errorBox.ts';
import { failed } from './states/failed.ts';
import { installing } from './states/installing.ts';
import { page } from './states/page.ts';
import { postInstallation } from './states/postInstallation.ts';
import { ready } from './states/ready.ts';
import { registration } from './states/registration.ts';
import { warning } from './states/warning.ts';
import { waysBack } from './states/waysBack.ts';

const { review, installation, finished: _, cancelled: __, ...interview } = flow;
const { replay, cancel } = installation.failed.ways;

/** The wizard as a statechart. Its screens and their order stand in `flow.ts`, the life of each kind of them in `states/`. */
export const wizardMachine = wizard.createMachine({
  id: 'wizard',
  context: ({ input }) => begun(input),
  initial: 'interview',
  states: {
    interview: {
      ...inOrder({
        ...Object.fromEntries(Object.entries(interview).map(([name, lines]) => [name, phase(lines)])),
        review: inOrder({ ready: ready(review.ready.ways) }),
      }),
      on: {
        back: { guard: 'hasPrevious', actions: ['clearProblems', 'goBack'] },
        revisit: waysBack,
        change: changes,
        list: { actions: 'keepListing' },
        replay: { target: `#${replay}`, actions: 'proposeAnswers' },
        cancel: `#${cancel}`,
      },
    },
    installation: inOrder({
      installing: installing(installation.installing.ways),
      failed: failed(installation.failed.ways),
      postInstallation: postInstallation(installation.postInstallation.ways),
    }),
    finished: end('finished'),
    cancelled: end('cancelled'),
  },
});

/** A phase of the interview, with a state within for each of its lines. */
function phase(lines: Lines) {
  return inOrder(Object.fromEntries(Object.entries(lines).map(([name, line]) => [name, stateOf(name, line, lines)])));
}

/** States within a state, which begins with the first of them. */
function inOrder<States extends object>(states: States) {
  return { initial: Object.keys(states)[0]!, states };
}

/** Under each name a phase holds a line of that name's kind: `LineOf` promises it to the casts. */
function stateOf(name: string, line: InterviewLine, lines: Lines) {
  switch (line.kind) {
    case 'page':
      return page(name as PageId, { ...line, next: nextOf(name as PageId), ...asidesOf(name, lines) });
    case 'warning':
      return warning(name as WarningId, { ...line, next: nextOf(name as WarningId) });
    case 'errorBox':
      return errorBox(name as ErrorBoxId, line);
    case 'confirmation':
      return confirmation(name as ConfirmationId, line);
    case 'registration':
      return registration(name, line);
  }
}
