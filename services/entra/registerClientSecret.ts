import { z } from 'zod';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { NewSecret } from '../../machines/vocabulary/secret.ts';
import { GraphRefusal } from './graph.ts';
import type { Step } from './registrationStep.ts';

/**
 * Adds a client secret that lasts for `months` calendar months, and takes away the one that an earlier attempt has added:
 * nobody knows that one any more. Secrets that somebody else has added stay.
 */
export async function registerClientSecret(
  { graph, replicated }: Step,
  objectId: string,
  months: number,
): Promise<{ readonly clientSecret: NewSecret; readonly expiresAt: string }> {
  const path = `/applications/${encodeURIComponent(objectId)}`;
  const { passwordCredentials } = await replicated(() => graph.get(`${path}?$select=passwordCredentials`, holder));
  for (const { keyId } of passwordCredentials.filter(({ displayName }) => displayName === secretName)) {
    await remove(keyId);
  }
  const body = { passwordCredential: { displayName: secretName, endDateTime: inMonths(new Date(), months).toISOString() } };
  const added = await replicated(() => graph.send('POST', `${path}/addPassword`, body, credential));
  if (!added) throw new Problem('registration-failed', 'The directory handed out no secret. Register again.');
  return { clientSecret: new NewSecret(added.secretText), expiresAt: new Date(added.endDateTime).toISOString() };

  async function remove(keyId: string): Promise<void> {
    try {
      await graph.send('POST', `${path}/removePassword`, { keyId }, z.unknown());
    } catch (error) {
      if (!(error instanceof GraphRefusal && [400, 404].includes(error.status))) throw error;
    }
  }
}

/** The same day of a later month, or that month's last day where it is shorter. */
export function inMonths(from: Date, months: number): Date {
  const then = new Date(from);
  then.setUTCMonth(then.getUTCMonth() + months);
  if (then.getUTCDate() !== from.getUTCDate()) then.setUTCDate(0);
  return then;
}

/** By its name it is told apart from secrets that somebody else has added. */
const secretName = 'MIM Service, by mim-setup';

const holder = z.object({
  passwordCredentials: z.array(z.object({ keyId: z.string(), displayName: z.string().nullish() })).catch([]),
});
const credential = z.object({
  secretText: z.string().min(1),
  endDateTime: z.string().refine((text) => !Number.isNaN(Date.parse(text))),
});
