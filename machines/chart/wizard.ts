import { accounts } from './phases/accounts.ts';
import { commonServices } from './phases/commonServices.ts';
import { installation } from './phases/installation.ts';
import { passwordPortals } from './phases/passwordPortals.ts';
import { prepare } from './phases/prepare.ts';
import { review } from './phases/review.ts';
import { serviceAndPortal } from './phases/serviceAndPortal.ts';
import { wizard } from './setup.ts';
import { revisits } from './states/waysBack.ts';

/** The whole wizard: its phases, in order. */
export const wizardMachine = wizard.createMachine({
  id: 'wizard',
  context: ({ input }) => ({
    ...input,
    runsElsewhere: input.runsElsewhere ?? false,
    trail: [],
    answers: {},
    proposals: {},
    problems: [],
    checks: [],
    overrides: [],
    registration: null,
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
      states: { prepare, commonServices, accounts, serviceAndPortal, passwordPortals, review },
      on: {
        back: { guard: 'hasPrevious', actions: ['clearProblems', 'goBack'] },
        revisit: revisits,
        replay: { target: '#welcome', actions: 'proposeAnswers' },
        cancel: 'cancelled',
      },
    },
    installation: installation,
    finished: { id: 'finished', type: 'final', meta: { screen: 'finished' } },
    cancelled: { id: 'cancelled', type: 'final', meta: { screen: 'cancelled' } },
  },
});
