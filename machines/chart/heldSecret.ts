import type { SecretRef } from '../vocabulary/secret.ts';
import type { TaskId, TaskOutcome } from './closingTasks.ts';
import type { WizardContext } from './context.ts';

/** The client secret that was registered here, and that counts; nothing, where there is none. */
export function registeredSecret({ registration, answers }: WizardContext): SecretRef | undefined {
  const { mailboxApplication } = answers;
  const isOurs = registration?.expiresAt && mailboxApplication?.applicationId === registration.application!.applicationId;
  return isOurs ? mailboxApplication.clientSecret : undefined;
}

/** The one of these that nobody has been handed yet. */
export function heldSecret(context: WizardContext): SecretRef | undefined {
  return context.handedOut ? undefined : registeredSecret(context);
}

/**
 * Whether a task may end so. Without the secret nobody can have entered the mailbox application, and with the last task the secret is
 * destroyed: to end that task without having been handed it takes a reason.
 */
export function mayEndTask(context: WizardContext, task: TaskId | string, reason: TaskOutcome['reason']): boolean {
  return task !== 'mailboxSettings' || reason !== undefined || heldSecret(context) === undefined;
}
