import { flow } from './flow.ts';
import { wizard } from './setup.ts';
import { changes } from './states/changes.ts';
import { end } from './states/end.ts';
import { failed } from './states/failed.ts';
import { installing } from './states/installing.ts';
import { phase } from './states/phase.ts';
import { postInstallation } from './states/postInstallation.ts';
import { ready } from './states/ready.ts';
import { waysBack } from './states/waysBack.ts';

const { review, installation, finished: _, cancelled: __, ...interview } = flow;

/** The wizard as a statechart. Its screens and their order stand in `flow.ts`. */
export const wizardMachine = wizard.createMachine({
  id: 'wizard',
  context: ({ input }) => ({
    ...input,
    runsElsewhere: input.runsElsewhere ?? false,
    trail: [],
    answers: {},
    proposals: {},
    changing: null,
    problems: [],
    checks: [],
    overrides: [],
    listing: null,
    packageAsks: null,
    settlements: {},
    registration: null,
    handedOut: null,
    wantsInstall: false,
    attempt: 0,
    wantsStop: false,
    outcome: null,
    tasks: {},
    failures: {},
  }),
  initial: 'interview',
  states: {
    interview: {
      initial: 'prepare',
      states: {
        ...Object.fromEntries(Object.entries(interview).map(([name, lines]) => [name, phase(lines)])),
        review: { initial: 'ready', states: { ready: ready(review.ready.ways) } },
      },
      on: {
        back: { guard: 'hasPrevious', actions: ['clearProblems', 'goBack'] },
        revisit: waysBack,
        change: changes,
        list: { actions: 'keepListing' },
        replay: { target: '#welcome', actions: 'proposeAnswers' },
        cancel: 'cancelled',
      },
    },
    installation: {
      initial: 'installing',
      states: {
        installing: installing(installation.installing.ways),
        failed: failed(installation.failed.ways),
        postInstallation: postInstallation(installation.postInstallation.ways),
      },
    },
    finished: end('finished'),
    cancelled: end('cancelled'),
  },
});
