import { expect } from 'vitest';
import type { OpenedAnswers } from '../../machines/pages/screens.ts';
import type { Call, Progress, SignInPrompt } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { Registration } from '../../machines/ports/registration.ts';
import type { PageSubject, RegistrationSubject } from '../../machines/ports/subjects.ts';
import { createEntra, type Entra } from '../../services/entra/createEntra.ts';
import type { EntraSettings } from '../../services/entra/settings.ts';
import { heldInGerman } from '../language/heldInGerman.ts';
import type { EntraPeer } from '../peers/entra/startEntra.ts';

/** The service, pointed at the peer, with time-outs that tests can wait for. */
export function entraAt(peer: EntraPeer, settings: Partial<EntraSettings> = {}): Entra {
  return createEntra({
    checkTimeout: 10_000,
    clouds: peer.overrides,
    replication: { limit: 5_000, firstWait: 10, longestWait: 50 },
    polling: { slowDown: 20, longest: 200 },
    ...settings,
  });
}

/** A call as the host makes it: everything that it tells is kept, and it can be called off. */
export interface TestCall extends Call {
  readonly told: Progress[];
  readonly prompts: SignInPrompt[];
  callOff(): void;
}

/** `answer` is what the user does once the code is shown. */
export function makeCall(answer: (prompt: SignInPrompt) => Promise<void> | void = () => {}): TestCall {
  const controller = new AbortController();
  const told: Progress[] = [];
  const prompts: SignInPrompt[] = [];
  return {
    signal: controller.signal,
    told,
    prompts,
    progress(progress) {
      told.push(progress);
      heldInGerman(progress.checks ?? []);
      if (!progress.signIn) return;
      prompts.push(progress.signIn);
      void answer(progress.signIn);
    },
    callOff: () => controller.abort(new Error('called off')),
  };
}

export function signInPage(
  signIn: NonNullable<OpenedAnswers['signIn']>,
  cloud?: 'global' | 'china' | 'governmentDod',
): PageSubject {
  return { installation: 'installation-1', page: 'signIn', answers: { ...(cloud && { cloud: { cloud } }), signIn } };
}

export function mailboxPage(
  mailboxApplication: NonNullable<OpenedAnswers['mailboxApplication']>,
  more: Omit<OpenedAnswers, 'mailboxApplication'> = {},
): PageSubject {
  return {
    installation: 'installation-1',
    page: 'mailboxApplication',
    answers: { mailServer: office365, ...more, mailboxApplication },
  };
}

export const office365 = { type: 'office365', authentication: 'applicationContext', managedServiceAccount: false } as const;

export function registering(
  answers: OpenedAnswers,
  registration: Partial<Registration> = {},
  installation = 'installation-1',
): RegistrationSubject {
  return {
    installation,
    answers: { mailServer: office365, ...answers },
    registration: { mailbox: 'svcMIMService@contoso.com', group: 'MIM mailboxes', secretMonths: 12, ...registration },
  };
}

/** The result of one check. It throws where there is none of this name. */
export function resultOf(results: readonly CheckResult[], id: CheckResult['id']): CheckResult {
  const result = results.find((one) => one.id === id);
  if (!result) throw new Error(`There is no result for the check ${id}.`);
  return result;
}

/** Neither a token of the peer nor one of these secrets stands in what was told or answered. */
export function expectNoSecrets(peer: EntraPeer, secrets: readonly string[], ...told: readonly unknown[]): void {
  const text = JSON.stringify(told, (_key, value) =>
    value instanceof Error ? [value.message, value.cause, value.stack] : value,
  );
  for (const secret of [...peer.issued, ...secrets]) expect(text.includes(secret), 'a secret was told').toBe(false);
}
