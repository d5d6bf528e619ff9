import type { Call } from '../../machines/ports/call.ts';
import type { RegistrationSubject } from '../../machines/ports/subjects.ts';
import { applicationOf, userOf } from './applicants.ts';
import { type CloudInUse, cloudInUse, mailCloud, sharesDirectory, signInCloud } from './clouds.ts';
import { createGraph, type Graph } from './graph.ts';
import type { Sessions } from './sessions.ts';
import type { EntraSettings } from './settings.ts';
import { type SignedIn, signInAgain, signInAsApplication, signInWithCode } from './signIn.ts';
import { Refusal } from './signInRefusal.ts';
import { claimsOf } from './tokenClaims.ts';
import type { Limits } from './webRequest.ts';

/** Whoever registers the mailbox application, in the tenant of the mail service. */
export interface Registrar {
  readonly graph: Graph;
  readonly cloud: CloudInUse;
  readonly tenantId: string;
  /** Asks for another sign-in next time: this one may not register. */
  dismiss(): void;
}

/**
 * Signs in to register: as the application of the page `signIn` where that may create applications, else as a user with a
 * code, once for an installation as long as this process lasts.
 */
export async function signInToRegister(
  subject: RegistrationSubject,
  call: Call,
  settings: EntraSettings,
  sessions: Sessions,
): Promise<Registrar> {
  const limits = { timeout: settings.checkTimeout, signal: call.signal };
  const { cloud, token, tenantId } =
    (await asApplication(subject, settings, limits)) ?? (await asUser(subject, call, settings, sessions, limits));
  return {
    graph: createGraph(cloud.graph, token, limits),
    cloud,
    tenantId,
    dismiss: () => sessions.forget(subject.installation, purposeOf(cloud)),
  };
}

const scopes = ['Application.ReadWrite.All', 'AppRoleAssignment.ReadWrite.All'];
/** An application may also be allowed to look after those that it creates itself, which is enough. */
const sufficientRoles = ['Application.ReadWrite.All', 'Application.ReadWrite.OwnedBy'];

async function asApplication(
  { answers }: RegistrationSubject,
  settings: EntraSettings,
  limits: Limits,
): Promise<SignedIn | undefined> {
  if (answers.signIn?.method !== 'clientCredentials' || !sharesDirectory(mailCloud(answers), signInCloud(answers)))
    return undefined;
  const applicant = { ...applicationOf(answers, settings), cloud: cloudInUse(mailCloud(answers), settings.clouds) };
  const signedIn = await signInAsApplication(applicant, applicant.cloud.audience.graph, limits);
  return claimsOf(signedIn.token).roles.some((role) => sufficientRoles.includes(role)) ? signedIn : undefined;
}

async function asUser(
  { installation, answers }: RegistrationSubject,
  call: Call,
  settings: EntraSettings,
  sessions: Sessions,
  limits: Limits,
): Promise<SignedIn> {
  const cloud = cloudInUse(mailCloud(answers), settings.clouds);
  const applicant = userOf(answers, cloud.name, settings);
  const wanted = scopes.map((scope) => `${cloud.audience.graph}/${scope}`);
  const cache = sessions.of(installation, purposeOf(cloud));
  const user =
    (cache !== undefined && (await signInAgain(applicant, wanted, cache, limits).catch(unlessRefused))) ||
    (await signInWithCode(applicant, wanted, (signIn) => call.progress({ signIn }), limits, settings.polling));
  sessions.keep(installation, purposeOf(cloud), user.cache);
  return user;
}

function purposeOf({ name }: CloudInUse): string {
  return `register ${name}`;
}

function unlessRefused(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error;
}
