import { describe, expect, it } from 'vitest';
import { isTaskId, portalUrl, tasks, tasksOf } from '../../machines/chart/closingTasks.ts';
import type { Answers } from '../../machines/pages/screens.ts';
import type { InstallOutcome } from '../../machines/ports/installer.ts';
import { answersFor } from '../answers.ts';

const succeeded: InstallOutcome = {
  result: 'succeeded',
  exitCode: 0,
  restartNeeded: false,
  rolledBack: null,
  message: 'It is installed.',
  leftOut: [],
};

describe('A closing task', () => {
  it('that no answer calls for is the optional one alone', () => {
    expect(tasksOf({ answers: {}, outcome: null })).toEqual(['addIns']);
  });

  it.each([
    ['mailServer.type', ['mailServerConnection', 'addIns']],
    ['mailboxApplication.applicationId', ['mailboxSettings', 'addIns']],
    ['account.mailServer.', ['addIns']],
    ['certificate.source', ['addIns']],
  ] as const)('makes up for %s where the command left it out, be it one of several', (name, expected) => {
    for (const leftOut of [[name], ['cloud.cloud', name], [name, 'cloud.cloud']])
      expect(tasksOf({ answers: {}, outcome: { ...succeeded, leftOut } })).toEqual(expected);
  });

  it.each([
    ['opens its mailbox by an application', 'C', succeeded.leftOut, ['exchangeWebServices', 'applicationAccess']],
    ['opens its mailbox by an account', 'B', succeeded.leftOut, []],
    ['opens its mailbox by an application, and was made by the first release', 'C', undefined, []],
    ['has no mailbox, and was made by the first release', 'E', undefined, []],
  ] as const)('of Exchange Online waits for the outcome of an installation that %s', (_, option, leftOut, tasks) => {
    const answers = answersFor(option, ['service']) as Answers;
    expect(tasksOf({ answers, outcome: { ...succeeded, leftOut } })).toEqual(['serviceRuns', ...tasks, 'addIns']);
    expect(tasksOf({ answers, outcome: null })).toEqual(['serviceRuns', 'addIns']);
  });

  it('has an id, and no other name is one', () => {
    expect(Object.keys(tasks).every(isTaskId)).toBe(true);
    for (const name of ['', 'nothing', 'toString', '__proto__']) expect(isTaskId(name)).toBe(false);
  });
});

describe('The address of the portal', () => {
  it.each([
    ['http://mim.contoso.com', 'http://mim.contoso.com/identitymanagement'],
    ['http://mim.contoso.com/', 'http://mim.contoso.com/identitymanagement'],
    ['https://mim.contoso.com:8443/sites/mim//', 'https://mim.contoso.com:8443/sites/mim/identitymanagement'],
  ])('lies below the site %s, however that ends', (url, expected) => {
    expect(portalUrl({ sharePointSite: { url } })).toBe(expected);
  });

  it('is on this server where no site was named', () => {
    expect(portalUrl({})).toBe('http://localhost/identitymanagement');
  });
});
