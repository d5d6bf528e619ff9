import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { installOutcome, type RunEnd } from '../../services/installer/installOutcome.ts';
import { eventOf } from '../../services/installer/log/eventOf.ts';
import { LineSplitter } from '../../services/installer/log/lineSplitter.ts';
import { emptyStory, type LogStory } from '../../services/installer/log/logStory.ts';
import { readLogLine } from '../../services/installer/log/readLogLine.ts';
import { redactor } from '../../services/installer/log/redactor.ts';

describe('an installer’s log', () => {
  it('of a whole installation tells its actions, features and components, and that it succeeded', () => {
    const { story, told } = storyOf('success.txt');
    expect(installOutcome({ ...end(0), story })).toEqual({
      result: 'succeeded',
      exitCode: 0,
      restartNeeded: false,
      rolledBack: null,
      message: 'The product is installed.',
    });
    expect(story).toMatchObject({
      features: ['CommonServices', 'WebPortals'],
      components: 2,
      evidence: expect.objectContaining({ status: 'installation', isOurs: true }),
      engineCode: 0,
    });
    expect(story.productCode).toBe('{0782FB14-023A-430F-B0D5-4AE1D1CCFCAA}');
    const actions = new Set(told.map(({ action }) => action));
    for (const action of ['CostInitialize', 'InstallFiles', 'DeploySolutions']) expect(actions).toContain(action);
  });

  it('gives a percentage that follows the package’s own sequence and never falls', () => {
    const { told } = storyOf('success.txt', sequence);
    const percents = told.map(({ percent }) => percent);
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    const at = (action: string, phase: LogStory['phase']) =>
      told.findLast((story) => story.action === action && story.phase === phase)!.percent;
    expect(at('CostInitialize', 'preparing')).toBe(Math.floor((20 * sequence.indexOf('CostInitialize')) / sequence.length));
    expect(at('ConfigureDatabase', 'installing')).toBe(20 + Math.floor((79 * 6) / 14));
    expect(percents.at(-1)).toBeLessThan(100);
  });

  it('without a known sequence stays at nothing until the changes begin', () => {
    const { told } = storyOf('success.txt');
    expect(new Set(told.filter(({ phase }) => phase === 'preparing').map(({ percent }) => percent))).toEqual(new Set([0]));
  });

  it.each([3010, 1641])('ends well with a restart needed, where the exit code is %i', (code) => {
    const outcome = installOutcome({ ...end(code), story: storyOf('restart-needed.txt').story });
    expect(outcome).toMatchObject({ result: 'succeeded', exitCode: code, restartNeeded: true });
    expect(outcome.message).toMatch(/restart/i);
  });

  it('tells the line by which the cause is known, however much came after it', () => {
    const story = emptyStory();
    const hearing = { redact: redactor({ secrets: ['Open-Sesame'] }), actions: [] };
    readLogLine(story, "Login failed for user 'CONTOSO\\installer', password Open-Sesame.", hearing);
    for (let n = 0; n < 100; n++) readLogLine(story, `ConfigureDatabase:  step ${n}`, hearing);
    readLogLine(story, 'Action ended 10:00:00: ConfigureDatabase. Return value 3.', hearing);
    const { cause, lines } = installOutcome({ ...end(1603), story }).failure!;
    expect(cause?.title).toContain('SQL');
    expect(lines[0]).toBe("Login failed for user 'CONTOSO\\installer', password **********.");
    expect(lines.at(-1)).toContain('ConfigureDatabase. Return value 3.');
  });

  it('of a failed installation names the action, the known cause with its remedy and source, and the lines that matter', () => {
    const outcome = installOutcome({ ...end(1603), story: storyOf('rolled-back.txt').story });
    expect(outcome).toMatchObject({ result: 'failed', exitCode: 1603, rolledBack: true, restartNeeded: false });
    expect(outcome.failure?.action).toBe('DeploySolutions');
    expect(outcome.failure?.cause?.title).toMatch(/still deploying or retracting a solution/);
    expect(outcome.failure?.cause?.remedy).toMatch(/timer jobs finish/);
    expect(outcome.failure?.cause?.source).toMatch(/4152/);
    const lines = outcome.failure!.lines.join('\n');
    expect(lines).toContain('A deployment or retraction is already under way');
    expect(lines).toContain('CustomAction DeploySolutions returned actual error code 1603');
    expect(lines).not.toMatch(/Note: 1: 2205|Property\(S\)|PROPERTY CHANGE/);
  });

  it('shows the rollback as rollback, and does not count it as progress', () => {
    const { told } = storyOf('rolled-back.txt', sequence);
    const back = told.filter(({ phase }) => phase === 'rollingBack');
    expect(back.map(({ action }) => action)).toContain('InstallFiles');
    expect(new Set(back.map(({ percent }) => percent)).size).toBe(1);
  });

  it('tells a rollback that skipped errors from one that is whole', () => {
    const outcome = installOutcome({ ...end(1603), story: storyOf('rollback-with-errors.txt').story });
    expect(outcome.rolledBack).toBe(false);
    expect(outcome.message).toMatch(/not wholly/);
  });

  it('is understood where Windows speaks another language', () => {
    const outcome = installOutcome({ ...end(1603), story: storyOf('german-service-not-started.txt').story });
    expect(outcome).toMatchObject({ result: 'failed', rolledBack: true, failure: { action: 'StartServices' } });
    expect(outcome.failure?.cause?.title).toMatch(/service of the product could not be started/);
    expect(outcome.failure?.lines.join('\n')).toContain('konnte nicht gestartet werden');
  });

  it('tells a failure before anything was changed', () => {
    const outcome = installOutcome({ ...end(1603), story: storyOf('prerequisite-missing.txt').story });
    expect(outcome).toMatchObject({ result: 'failed', rolledBack: null });
    expect(outcome.failure?.action).toBe('CheckFarmAdministratorWithOpenPermissionForSharePoint2007Or2010');
    expect(outcome.failure?.cause?.remedy).toMatch(/farm administrator/);
    expect(outcome.message).toMatch(/changed nothing/);
  });

  it('takes no action for failed that the package passes over', () => {
    const { story } = storyOf('failure-passed-over.txt');
    expect(story.failure).toBeNull();
    expect(installOutcome({ ...end(0), story }).result).toBe('succeeded');
  });

  it('tells a cancelled installation from a failed one', () => {
    expect(installOutcome({ ...end(1602), story: storyOf('cancelled.txt').story })).toMatchObject({
      result: 'cancelled',
      rolledBack: true,
    });
  });

  it('that breaks off is an interrupted installation, with what is installed now', () => {
    const { story } = storyOf('cut-off.txt');
    const outcome = installOutcome({ ...end(null), story, installed: null });
    expect(outcome).toMatchObject({ result: 'interrupted', exitCode: null, rolledBack: false });
    expect(outcome.failure?.action).toBe('ConfigureDatabase');
    expect(outcome.message).toMatch(/does not list the product as installed/);
    expect(installOutcome({ ...end(1), story, installed: { name: 'MIM', version: '4.6' } })).toMatchObject({
      result: 'interrupted',
      message: expect.stringContaining('lists MIM 4.6 as installed'),
    });
  });

  it('tells how the installation ended, where nobody learnt the exit code', () => {
    expect(installOutcome({ ...end(null), story: storyOf('success.txt').story })).toMatchObject({
      result: 'succeeded',
      exitCode: 0,
    });
    expect(installOutcome({ ...end(null), story: storyOf('rolled-back.txt').story })).toMatchObject({
      result: 'failed',
      exitCode: 1603,
    });
  });

  it.each([
    [
      'Action ended 5:22:54: WixExec.8994F7B6_3CCC. Return value 1.',
      actionLine('Action ended', 'WixExec.8994F7B6_3CCC', 'Return value #.', 1),
    ],
    ['操作 23:46:23: BindSslPort.', actionLine('操作', 'BindSslPort')],
    ['操作结束 23:49:51: InstallFinalize。返回值 3。', actionLine('操作结束', 'InstallFinalize', '返回值 #。', 3)],
    ['الإجراء ١٠:٢٠:٣٠: INSTALL. القيمة ٣.', actionLine('الإجراء', 'INSTALL', 'القيمة #.', 3)],
    ['Azione terminata 10.20.30: InstallFiles.Valore 1.', actionLine('Azione terminata', 'InstallFiles', 'Valore #.', 1)],
    ['\u200fהפעולה\u200e 10:20:30\u200f: \u202aINSTALL\u202c.', actionLine('הפעולה', 'INSTALL')],
    ['Action 5:22:54: InstallFiles. Copying step 3.', actionLine('Action', 'InstallFiles', 'Copying step #.', 3)],
    ['Action 5:22:54: InstallFiles. Copying 3 of 10.', actionLine('Action', 'InstallFiles', 'Copying # of #.')],
    ['CAQuietExec:  10:20:30: Starting. 3', null],
    ['Property(S): Installed = 10:20:30: INSTALL. 1', null],
    ['22/11/2026 10:20:30: Installing. 3', null],
    ['错误 1920。服务未能启动。', { is: 'message', code: 1920, shown: true }],
    [
      'MSI (s) (64:F0) [20:27:50:018]: Note: 1: 1920 2: MIM 3: FIMService ',
      { is: 'message', code: 1920, shown: false, at: expect.closeTo(73_670.018) },
    ],
    [
      'CustomAction A returned actual error code -2147467259 (note)',
      { is: 'customActionFailed', action: 'A', code: -2147467259, ignored: false },
    ],
    ['Error 1722. There is a problem.', { is: 'message', code: 1722, shown: true }],
    ['MSI (s) (64:F0) [20:27:50:018]: MainEngineThread is returning 1603', { is: 'engineReturned', code: 1603 }],
    ['CAQuietExec:  Error 0x80070001: failed', null],
    ['', null],
  ])('has its line %j understood', (line, event) => {
    expect(eventOf(line)).toEqual(event);
  });
});

const sequence = [
  'FindRelatedProducts',
  'LaunchConditions',
  'ValidateProductID',
  'CostInitialize',
  'FileCost',
  'CostFinalize',
  'InstallValidate',
  'InstallInitialize',
  'ProcessComponents',
  'InstallFiles',
  'ConfigureDatabase',
  'InstallFinalize',
];

function actionLine(before: string, action: string, behind = '', value: number | null = null) {
  return { is: 'actionLine', line: { before, action, behind, value } };
}

function end(exitCode: number | null): Omit<RunEnd, 'story'> {
  return { exitCode, stopped: false };
}

function storyOf(fixture: string, actions: readonly string[] = []) {
  const splitter = new LineSplitter();
  const bytes = readFileSync(new URL(`./fixtures/${fixture}`, import.meta.url));
  const story = emptyStory();
  const hearing = { actions, redact: redactor({ secrets: [] }) };
  const told = [...splitter.push(bytes), ...splitter.end()].map((line) => {
    readLogLine(story, line, hearing);
    return { action: story.action, phase: story.phase, percent: story.percent };
  });
  return { story, told };
}
