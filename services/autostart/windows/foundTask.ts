import { z } from 'zod';
import { listOf } from '../../powershell/powershell.ts';

/** What `readTask.ps1` tells of a task. */
export const foundTask = z.object({
  state: z.string(),
  account: z.string(),
  logonType: z.string(),
  runLevel: z.string(),
  program: z.string(),
  arguments: z.string(),
  /** Whether it is begun at start-up. */
  atStart: z.boolean(),
  /** After what time it is ended: `PT72H`; `PT0S` or nothing for never. */
  timeLimit: z.string(),
  /** How it ended when it was last begun. */
  lastResult: z.int(),
  /** SIDs of those who may log on as a batch job, and are denied it; null where that could not be read. */
  rights: z.object({ account: z.string().nullable(), batch: listOf(z.string()), denied: listOf(z.string()) }).nullable(),
});

/** A task of the Task Scheduler, as it was read. */
export type FoundTask = z.output<typeof foundTask>;

/** What keeps a task from being begun at start-up, or from going on, a sentence each. */
export function whatStands({ state, logonType, runLevel, atStart, timeLimit, lastResult, account, rights }: FoundTask): string[] {
  const refusal = refusals[lastResult];
  return [
    ...(state === 'Disabled' ? ['The task is disabled. Enable it in the Task Scheduler.'] : []),
    ...(atStart ? [] : ['The task is not begun at start-up.']),
    ...(logonType === 'Interactive' || logonType === 'Group' ? [`The task waits until ${account} logs on.`] : []),
    ...(runLevel === 'Highest' ? [] : ['The task does not run with highest privileges, which the installer needs.']),
    ...(timeLimit === '' || timeLimit === 'PT0S' ? [] : [`The task is ended after ${timeLimit}.`]),
    ...(refusal === undefined ? [] : [`When it was last begun, Windows refused: ${refusal}`]),
    ...(rights ? rightsMissing(account, rights) : []),
  ];
}

/**
 * Where an account is not seen among those that may start as a task: it may be by a group of the directory, which is not seen here.
 */
export function whatToSee({ account, rights }: FoundTask): string[] {
  if (rights?.account == null || rights.batch.includes(rights.account) || isOwn(rights.account)) return [];
  return [
    `${account} is not seen among those that may "Log on as a batch job" on this server. See that it may, by itself or by a group; administrators may unless that was changed.`,
  ];
}

/** The system, and its two services. */
function isOwn(sid: string): boolean {
  return ['S-1-5-18', 'S-1-5-19', 'S-1-5-20'].includes(sid);
}

function rightsMissing(account: string, { account: sid, denied }: NonNullable<FoundTask['rights']>): string[] {
  if (sid === null) return [`This server does not know the account ${account}.`];
  return denied.includes(sid)
    ? [
        `${account} is denied "Log on as a batch job" on this server. Take it out of "Deny log on as a batch job" in the local security policy.`,
      ]
    : [];
}

/** By how the Task Scheduler notes them (HRESULT): why an account was not logged on ("System Error Codes"). */
const refusals: Readonly<Record<number, string>> = {
  2147943726: 'the password is wrong, or this server may not retrieve that of the managed account (0x8007052E).',
  2147943727: 'the account is restricted, by its hours or by where it may log on (0x8007052F).',
  2147943731: 'the account is disabled (0x80070533).',
  2147943785: 'the account does not have the right "Log on as a batch job" (0x80070569).',
  2147944309: 'the account is locked (0x80070775).',
  2147942402: 'there is no such program any more (0x80070002).',
};
