import { fromPromise } from 'xstate';
import type { Answers } from '../pages/screens.ts';
import type { Services } from '../ports/services.ts';
import type { NewSecret, SecretRef } from '../vocabulary/secret.ts';

/**
 * The services as the chart's `invoke` sees them. They carry types and let `transition()` work out the input of a call;
 * they are never started: the host makes the calls.
 */
export const serviceActors = {
  checkPage: calledByHost<Services['checkPage']>(),
  checkEverything: calledByHost<Services['checkEverything']>(),
  checkPackage: calledByHost<Services['checkPackage']>(),
  checkTasks: calledByHost<Services['checkTasks']>(),
  createApplication: calledByHost<Services['createApplication']>(),
  createServicePrincipal: calledByHost<Services['createServicePrincipal']>(),
  addClientSecret: calledByHost<Services['addClientSecret']>(),
  grantConsent: calledByHost<Services['grantConsent']>(),
  install: calledByHost<Services['install']>(),
  stopInstaller: calledByHost<Services['stopInstaller']>(),
};

function calledByHost<Service extends Services[keyof Services]>() {
  return fromPromise<BeforeOpening<Awaited<ReturnType<Service>>>, BeforeOpening<Parameters<Service>[0]>>(
    () => new Promise(() => {}),
  );
}

/** A call's input and output as the chart holds them: the host opens the secrets of the one and seals those of the other. */
type BeforeOpening<T> = T extends NewSecret
  ? SecretRef
  : T extends readonly (infer Item)[]
    ? readonly BeforeOpening<Item>[]
    : T extends object
      ? {
          readonly [Key in keyof T]: Key extends 'answers'
            ? Answers
            : Key extends 'properties'
              ? T[Key] extends readonly unknown[]
                ? T[Key]
                : Readonly<Record<string, string | SecretRef>>
              : BeforeOpening<T[Key]>;
        }
      : T;
