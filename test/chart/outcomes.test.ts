import { describe, expect, it } from 'vitest';
import { knowsOutcome } from '../../machines/chart/guards.ts';
import type { InstallOutcome } from '../../machines/ports/installer.ts';
import { firstTransition } from '../../server/host/transition.ts';
import { answersFor } from '../answers.ts';
import { changeEvent, result, Walk } from './walk.ts';

const answers = answersFor('E', ['service']);

describe('A report that takes the place of another', () => {
  it('leads where its outcome leads, as an attempt of its own', () => {
    const walk = reported('succeeded').end([]);
    expect(walk.send({ type: 'report', outcome: outcome('failed') }).screen).toBe('failed');
    expect(walk.context).toMatchObject({ attempt: 2, outcome: { result: 'failed' }, problems: [{ code: 'installer-failed' }] });
  });

  it('leaves nothing of what followed from the other', () => {
    const walk = reported('succeeded').end([]);
    walk.send({ type: 'complete', task: 'serviceRuns', outcome: 'done' });
    walk.send({ type: 'report', outcome: { ...outcome('succeeded'), restartNeeded: true } });
    expect([walk.screen, walk.calls]).toEqual(['postInstallation', ['postInstallation']]);
    expect(walk.context.tasks).toEqual({});
    expect(walk.context.outcome?.restartNeeded).toBe(true);
  });

  it.each(['succeeded', 'failed'] as const)('does not take the place of what the installer did here: one that it %s', (ended) => {
    const walk = ready().end([]).send({ type: 'install' }).end(outcome('succeeded'));
    expect(walk.takes({ type: 'report', outcome: outcome(ended) })).toBe(false);
    expect(walk.context.attempt).toBe(1);
  });
});

describe('An attempt', () => {
  it('that was asked for while the checks ran is not asked for any more once it has begun', () => {
    const walk = ready().send({ type: 'install' });
    expect(walk.context.wantsInstall).toBe(true);
    expect(walk.end([]).context).toMatchObject({ attempt: 1, wantsInstall: false });
  });

  it('that was stopped as it was asked to be is no failure', () => {
    const walk = ready().end([]).send({ type: 'install' }).send({ type: 'cancel' }).end(outcome('cancelled'), 'installing');
    expect(walk.context).toMatchObject({ outcome: outcome('cancelled'), problems: [], failures: {} });
  });

  it('that failed though it was asked to stop is one', () => {
    const walk = ready().end([]).send({ type: 'install' }).send({ type: 'cancel' }).end(outcome('failed'), 'installing');
    expect(walk.context).toMatchObject({ problems: [{ code: 'installer-failed' }], failures: { installer: 1 } });
  });
});

describe('The failure of the installer', () => {
  it.each([
    ['says what is so now', undefined, 'It failed.'],
    ['says no more where no cause is known', { cause: null }, 'It failed.'],
    [
      'says the cause with its remedy',
      { cause: cause('The .NET Framework is missing.', 'Install it.') },
      'It failed. The .NET Framework is missing. Install it.',
    ],
    [
      'says each that may be the cause where there are several',
      { cause: cause('SQL Server does not answer', 'Start it.'), otherCauses: [cause('A port is closed.', 'Open it.')] },
      'It failed. It may be that: SQL Server does not answer. Start it. Or: A port is closed. Open it.',
    ],
    [
      'says what may be the cause where none is likelier than others',
      { cause: null, otherCauses: [cause('A port is closed.', 'Open it.')] },
      'It failed. A port is closed. Open it.',
    ],
  ])('%s', (_, failure, message) => {
    const [problem] = failedBy(failure && { action: null, lines: [], ...failure }).context.problems;
    expect(problem).toStrictEqual({ code: 'installer-failed', message });
  });

  it('shows the lines of the log that matter', () => {
    const walk = failedBy({ action: 'ConfigureDatabase', cause: null, lines: ['Error 1603.', 'Return value 3.'] });
    expect(walk.context.problems).toMatchObject([{ detail: 'Error 1603.\nReturn value 3.' }]);
  });
});

describe('An installation that has failed', () => {
  it('goes back to the very screen that is asked for, and to none that it did not come by', () => {
    expect(failedBy().send({ type: 'revisit', page: 'database' }).screen).toBe('database');
    expect(failedBy().send({ type: 'revisit', page: 'ready' }).screen).toBe('ready');
    expect(failedBy().takes({ type: 'revisit', page: 'sharePointSite' })).toBe(false);
  });

  it('changes the very page that is asked for: what lies before it is left alone', () => {
    const walk = ready(true).end([result('mail-reachable', 'mailServer', 'failed', 'host-unreachable')]);
    walk.send({ type: 'report', outcome: outcome('failed') });
    expect(walk.takes(changeEvent('sharePointSite', { url: 'http://mim.contoso.com' }))).toBe(false);
    walk.send(changeEvent('serviceAccount', { ...answers['serviceAccount'], name: 'svcOther' }));
    expect([walk.screen, walk.calls]).toEqual(['serviceAccount', ['serviceAccount']]);
  });
});

describe('What became of the last attempt', () => {
  const unexpected = { code: 'unexpected', message: 'It broke off.' } as const;
  const unsuitable = { code: 'host-unsuitable', message: 'It was not begun.' } as const;

  it.each([
    ['is known by its outcome', outcome('failed'), [], true],
    ['is known by its outcome, whatever breaks off later', outcome('failed'), [unexpected], true],
    ['is known where the installer could not be begun', null, [unsuitable], true],
    ['is known where nothing stands against it', null, [], true],
    ['is not known where its call broke off by a fault', null, [unexpected], false],
    ['is not known by what else is wrong', null, [unsuitable, unexpected], false],
  ])('%s', (_, known, problems, expected) => {
    expect(knowsOutcome({ outcome: known, problems })).toBe(expected);
  });
});

function ready(runsElsewhere = false): Walk {
  const walk = new Walk(firstTransition({ id: 'walk', package: null, runsElsewhere }));
  walk.to('ready', answers);
  return walk;
}

function reported(ended: InstallOutcome['result']): Walk {
  return ready(true)
    .end([])
    .send({ type: 'report', outcome: outcome(ended) });
}

function failedBy(failure?: InstallOutcome['failure']): Walk {
  return ready()
    .end([])
    .send({ type: 'install' })
    .end({ ...outcome('failed'), ...(failure && { failure }) });
}

function outcome(ended: InstallOutcome['result']): InstallOutcome {
  return { result: ended, exitCode: null, restartNeeded: false, rolledBack: null, message: `It ${ended}.` };
}

function cause(title: string, remedy: string) {
  return { title, remedy, source: 'https://learn.microsoft.com/' };
}
