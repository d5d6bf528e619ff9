import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '../../services/autostart/autostart.ts';
import { standingOf } from '../../services/autostart/comesBack.ts';
import { programFolder } from '../../services/autostart/thisProgram.ts';
import { taskScheduler } from '../../services/autostart/windows/taskScheduler.ts';
import { parse } from '../../services/powershell/powershell.ts';
import { pwshMissing, withoutPwsh } from '../peers/powershell/pwsh.ts';
import { type PowerShellSession, startPowerShell } from '../peers/powershell/session.ts';
import { describeWindows, type Windows, type WindowsWorld } from '../peers/powershell/windows.ts';
import { pathOf } from '../scripts/ask.ts';

const managed = 'CONTOSO\\svcSetup$';
const person = 'CONTOSO\\miminstall';
const sids = { [managed]: 'S-1-5-21-1-1-1-1111', [person]: 'S-1-5-21-1-1-1-2222', SYSTEM: 'S-1-5-18' };
const administrators = 'S-1-5-32-544';
const exported = (...rights: string[]) =>
  ['[Unicode]', 'Unicode=yes', '[Privilege Rights]', ...rights, '[Version]', ''].join('\r\n');
const world: WindowsWorld = {
  accounts: sids,
  localGroups: { [administrators]: Object.values(sids) },
  secedit: { exitCode: 0, exported: exported(`SeBatchLogonRight = *${administrators}`) },
};
const entry = (account: string): Entry => ({
  kind: 'runner',
  account,
  data: 'C:\\mim setup\\data',
  command: [
    'C:\\Program Files\\mim-setup\\node\\node.exe',
    '--max-semi-space-size=8',
    `${programFolder}/server/cli/main.ts`,
    'runner',
    '--url',
    'https://setup.contoso.com:5780',
    '--data',
    'C:\\mim setup\\data',
  ],
});
const { signal } = new AbortController();

describe.skipIf(withoutPwsh)(`The Task Scheduler, asked by PowerShell (${pwshMissing ?? 'installed'})`, () => {
  let session: PowerShellSession;
  beforeAll(async () => {
    session = await startPowerShell();
  });
  afterAll(() => session?.[Symbol.asyncDispose]());

  /** The Task Scheduler of this Windows: its scripts are run by `ask.ps1`, as in the product. */
  const schedulerOf = (windows: Windows) =>
    taskScheduler({}, async (script, asked, schema) => {
      const ran = await session.run({
        script: pathOf('services/powershell/ask.ps1'),
        arguments: { Script: pathOf(pathIn(script)), Asked: Buffer.from(JSON.stringify(asked)).toString('base64') },
        windows,
      });
      if (ran.error !== null) throw new Error(ran.error);
      return parse(ran.printed, schema);
    });

  const found = async (tasks: WindowsWorld['tasks'] | null, more: WindowsWorld = {}) => {
    await using windows = await describeWindows({ ...world, ...(tasks && { tasks }), ...more });
    const scheduler = schedulerOf(windows);
    if (tasks === null) await scheduler.install(entry(managed), signal);
    const task = await scheduler.find('runner', signal);
    return { ...standingOf(task, { kind: 'runner', account: managed, data: 'C:\\mim setup\\data' }), task };
  };

  /** The task that is installed for the managed account, changed so. */
  const registered = async (changed: object): Promise<NonNullable<WindowsWorld['tasks']>> => {
    await using windows = await describeWindows(world);
    await schedulerOf(windows).install(entry(managed), signal);
    const [task] = (await windows.kept<Record<string, unknown>[]>('tasks'))!;
    return [{ ...task, ...changed }];
  };

  it.each([
    [managed, 'Password'],
    ['SYSTEM', 'ServiceAccount'],
    [person, 'S4U'],
  ])(
    'begins the runner at start-up as %s, logged on by %s: without a password, without an end, and again where it fails',
    async (account, logonType) => {
      await using windows = await describeWindows(world);
      await schedulerOf(windows).install(entry(account), signal);
      expect(await windows.kept('tasks')).toEqual([
        {
          TaskPath: '\\mim-setup\\',
          TaskName: 'runner',
          State: 'Ready',
          Description: 'mim-setup, the runner: begun at start-up.',
          Actions: [
            {
              Execute: 'C:\\Program Files\\mim-setup\\node\\node.exe',
              Arguments: `--max-semi-space-size=8 ${programFolder}/server/cli/main.ts runner --url https://setup.contoso.com:5780 --data "C:\\mim setup\\data"`,
              WorkingDirectory: expect.any(String),
            },
          ],
          Triggers: [{ CimClass: { CimClassName: 'MSFT_TaskBootTrigger' }, Enabled: true }],
          Principal: { UserId: account, LogonType: logonType, RunLevel: 'Highest' },
          Settings: {
            ExecutionTimeLimit: 'PT0S',
            RestartCount: 255,
            RestartInterval: 'PT1M',
            MultipleInstances: 'IgnoreNew',
            Priority: 5,
            StartWhenAvailable: true,
            DisallowStartIfOnBatteries: false,
            StopIfGoingOnBatteries: false,
          },
          LastTaskResult: expect.any(Number),
        },
      ]);
    },
  );

  it('says that an account without a password cannot sign in to other servers, and what to take instead', async () => {
    await using windows = await describeWindows(world);
    const told = await schedulerOf(windows).install(entry(person), signal);
    expect(told.join(' ')).toMatch(/cannot sign in to other servers.*group managed service account/);
    expect((await schedulerOf(windows).install(entry(managed), signal)).join(' ')).not.toMatch(/other servers/);
  });

  it('puts a second installation in the place of the first, and takes back what there is', async () => {
    await using windows = await describeWindows(world);
    const scheduler = schedulerOf(windows);
    expect(await scheduler.remove('runner', signal)).toBe(false);
    await scheduler.install(entry(person), signal);
    await scheduler.install(entry(managed), signal);
    expect(await windows.kept('tasks')).toMatchObject([{ Principal: { UserId: managed } }]);
    expect(await scheduler.find('service', signal)).toBeNull();
    expect(await scheduler.remove('runner', signal)).toBe(true);
    expect(await scheduler.find('runner', signal)).toBeNull();
  });

  it('finds that what was installed comes back', async () => {
    expect(await found(null)).toMatchObject({ comesBack: true, reasons: [], remarks: [] });
  });

  it.each([
    ['is disabled', { State: 'Disabled' }, /is disabled/],
    [
      'is begun otherwise',
      { Triggers: [{ CimClass: { CimClassName: 'MSFT_TaskLogonTrigger' }, Enabled: true }] },
      /not begun at start-up/,
    ],
    [
      'has a trigger that is off',
      { Triggers: [{ CimClass: { CimClassName: 'MSFT_TaskBootTrigger' }, Enabled: false }] },
      /not begun at start-up/,
    ],
    [
      'waits for a user',
      { Principal: { UserId: managed, LogonType: 'Interactive', RunLevel: 'Highest' } },
      /waits until .* logs on/,
    ],
    ['is not elevated', { Principal: { UserId: managed, LogonType: 'Password', RunLevel: 'Limited' } }, /highest privileges/],
    [
      'runs as somebody else',
      { Principal: { UserId: person, LogonType: 'S4U', RunLevel: 'Highest' } },
      /runs as CONTOSO\\miminstall, and not as CONTOSO\\svcSetup\$/,
    ],
    [
      'was refused as its password is not to be had',
      { LastTaskResult: 0x8007052e },
      /may not retrieve that of the managed account/,
    ],
    ['was refused for a right', { LastTaskResult: 0x80070569 }, /does not have the right "Log on as a batch job"/],
    [
      'starts another copy',
      { Actions: [{ Execute: 'C:\\old\\node.exe', Arguments: 'C:\\old\\app\\server\\cli\\main.js runner' }] },
      /starts the program in C:\\old\\app/,
    ],
    [
      'starts the service',
      { Actions: [{ Execute: 'node.exe', Arguments: `${programFolder}/server/cli/main.ts serve` }] },
      /starts something else/,
    ],
    [
      'works in another folder',
      { Actions: [{ Execute: 'node.exe', Arguments: `${programFolder}/server/cli/main.ts runner --data D:\\other` }] },
      /data folder D:\\other/,
    ],
  ])('says why a task would not come back that %s', async (_, changed, why) => {
    const { comesBack, reasons } = await found(await registered(changed));
    expect({ comesBack, count: reasons.length }).toEqual({ comesBack: false, count: 1 });
    expect(reasons[0]).toMatch(why);
  });

  it('says that this server does not know the account', async () => {
    const { reasons } = await found(
      await registered({ Principal: { UserId: 'CONTOSO\\gone$', LogonType: 'Password', RunLevel: 'Highest' } }),
    );
    expect(reasons[0]).toBe('This server does not know the account CONTOSO\\gone$.');
  });

  it('says that the account is denied to start as a task, or is not seen among those that may', async () => {
    const tasks = await registered({});
    const denied = `SeDenyBatchLogonRight = *${sids[managed]}`;
    const rights = (...lines: string[]): WindowsWorld => ({ secedit: { exitCode: 0, exported: exported(...lines) } });
    expect(await found(tasks, rights(`SeBatchLogonRight = *${administrators}`, denied))).toMatchObject({
      comesBack: false,
      reasons: [expect.stringContaining('is denied "Log on as a batch job"')],
    });
    expect(await found(tasks, rights('SeBatchLogonRight = *S-1-5-32-551'))).toMatchObject({
      comesBack: true,
      remarks: [expect.stringContaining('is not seen among those')],
    });
    expect(await found(tasks, { secedit: { exitCode: 1 } })).toMatchObject({ comesBack: true, remarks: [] });
  });

  it('says what Windows says where it refuses', async () => {
    await using windows = await describeWindows(world);
    await expect(schedulerOf(windows).install(entry('CONTOSO\\nobody'), signal)).rejects.toThrow(
      /No mapping between account names/,
    );
    await using other = await describeWindows({ ...world, failing: { 'Register-ScheduledTask': 'Access is denied.' } });
    await expect(schedulerOf(other).install(entry(managed), signal)).rejects.toThrow(/Access is denied.*Run as administrator/);
  });
});

function pathIn(script: URL): string {
  return script.pathname.slice(script.pathname.indexOf('/services/') + 1);
}
