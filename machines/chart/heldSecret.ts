import type { SecretRef } from '../vocabulary/secret.ts';
import type { TaskId, TaskOutcome } from './closingTasks.ts';
import type { WizardContext } from './context.ts';

/** The client secret that was registered here, if the answers still are those of that application; undefined otherwise. */
export function registeredSecret({ registration, answers }: WizardContext): SecretRef | undefined {
  const { mailboxApplication } = answers;
  const isOurs = registration?.expiresAt && mailboxApplication?.applicationId === registration.application!.applicationId;
  return isOurs ? mailboxApplication.clientSecret : undefined;
}

/** The same secret, as long as nobody has been handed it. */
export function heldSecret(context: WizardContext): SecretRef | undefined {
  return context.handedOut ? undefined : registeredSecret(context);
}

/**
 * Whether a task may end so. Without the secret nobody can have entered the mailbox application, and with the last task the secret is
 * destroyed: ending that task takes a reason as long as nobody has been handed the secret.
 */
export function mayEndTask(context: WizardContext, task: TaskId | string, reason: TaskOutcome['reason']): boolean {
  return task !== 'mailboxSettings' || reason !== undefined || heldSecret(context) === undefined;
}
