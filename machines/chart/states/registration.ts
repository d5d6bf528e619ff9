import { registrationSubjectOf } from '../callInputs.ts';
import type { RegistrationLine } from '../flowLines.ts';
import { wizard } from '../setup.ts';

/**
 * Registers the mailbox application step by step (guide, Preparing for Office 365 Application context authentication). Each
 * step is a call of its own; what is done is not done again when the registration is taken up after a failure. However it
 * ends, the page begins anew: what was found about answers that were typed in before no longer counts, and can no longer be
 * overridden.
 */
export function registration(id: string, { over, consented, otherwise }: RegistrationLine) {
  const onError = { target: `#${over}`, actions: { type: 'noteError' as const, params: errorOf } };
  return wizard.createStateConfig({
    id,
    meta: { screen: over },
    tags: 'checking',
    on: { back: `#${over}` },
    initial: 'takingUp',
    states: {
      takingUp: {
        always: [
          { guard: 'needsApplication', target: 'creatingApplication' },
          { guard: 'needsServicePrincipal', target: 'creatingServicePrincipal' },
          { guard: 'needsClientSecret', target: 'addingClientSecret' },
          { target: 'grantingConsent' },
        ],
      },
      creatingApplication: {
        invoke: {
          id: 'creatingApplication',
          src: 'createApplication',
          input: ({ context }) => registrationSubjectOf(context),
          onDone: {
            target: 'takingUp',
            actions: { type: 'learnOfRegistration', params: ({ event }) => ({ application: event.output }) },
          },
          onError,
        },
      },
      creatingServicePrincipal: {
        invoke: {
          id: 'creatingServicePrincipal',
          src: 'createServicePrincipal',
          input: ({ context }) => registrationSubjectOf(context),
          onDone: { target: 'takingUp', actions: { type: 'learnOfRegistration', params: ({ event }) => event.output } },
          onError,
        },
      },
      addingClientSecret: {
        invoke: {
          id: 'addingClientSecret',
          src: 'addClientSecret',
          input: ({ context }) => registrationSubjectOf(context),
          onDone: {
            target: 'takingUp',
            actions: [
              { type: 'learnOfRegistration', params: ({ event }) => ({ expiresAt: event.output.expiresAt }) },
              { type: 'proposeApplication', params: ({ event }) => ({ clientSecret: event.output.clientSecret }) },
            ],
          },
          onError,
        },
      },
      grantingConsent: {
        invoke: {
          id: 'grantingConsent',
          src: 'grantConsent',
          input: ({ context }) => registrationSubjectOf(context),
          onDone: [
            {
              guard: { type: 'consentGranted', params: ({ event }) => ({ granted: event.output.granted }) },
              target: `#${consented}`,
            },
            {
              target: `#${otherwise}`,
              actions: { type: 'learnOfRegistration', params: ({ event }) => ({ consentUrl: event.output.consentUrl }) },
            },
          ],
          onError,
        },
      },
    },
  });
}

function errorOf({ event }: { event: { error: unknown } }) {
  return { error: event.error };
}
