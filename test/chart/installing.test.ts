import { describe, expect, it } from 'vitest';
import { type TaskId, tasksOf } from '../../machines/chart/closingTasks.ts';
import type { InstallOutcome } from '../../machines/ports/installer.ts';
import { statusOf } from '../../server/host/status.ts';
import { firstTransition } from '../../server/host/transition.ts';
import { taskViews } from '../../server/view/tasks.ts';
import { answersFor } from '../answers.ts';
import { result, Walk } from './walk.ts';

const everything = answersFor('C');

describe('The installation', () => {
  it('is one run of the installer, with what the answers amount to', () => {
    const walk = installing();
    expect(statusOf(walk.snapshot)).toBe('installing');
    expect(walk.last.started).toMatchObject([
      {
        id: 'installing',
        service: 'install',
        input: {
          attempt: 1,
          features: ['CommonServices', 'FIMReporting', 'WebPortals', 'RegistrationPortal', 'ResetPortal'],
          properties: { SQLSERVER_SERVER: 'contosoagl.contoso.com', ACCEPT_EULA: '1', SERVICE_ACCOUNT_NAME: 'svcMIMService' },
        },
      },
    ]);
  });

  it('that succeeded leads to the closing tasks', () => {
    const walk = installing().end(outcome('succeeded'));
    expect(walk.screen).toBe('postInstallation');
    expect(walk.context.outcome).toEqual(outcome('succeeded'));
    expect(walk.context.problems).toEqual([]);
  });

  it.each([
    ['failed', 'installer-failed'],
    ['interrupted', 'installer-interrupted'],
    ['cancelled', 'installer-failed'],
  ] as const)('that was %s without being asked to stop has failed, and says so', (ended, code) => {
    const walk = installing().end(outcome(ended));
    expect(walk.screen).toBe('failed');
    expect(walk.context.problems).toMatchObject([{ code }]);
    expect(walk.context.failures['installer']).toBe(1);
  });

  it('that could not be run at all has failed with that problem', () => {
    const walk = installing().breakOff('host-unsuitable');
    expect(walk.screen).toBe('failed');
    expect(walk.context.problems).toMatchObject([{ code: 'host-unsuitable' }]);
  });

  it('cannot be left by going back while it runs', () => {
    const walk = installing();
    for (const type of ['back', 'retry', 'recheck', 'install'] as const) expect(walk.takes({ type })).toBe(false);
    expect(walk.takes({ type: 'revisit', page: 'welcome' })).toBe(false);
    expect(walk.takes({ type: 'replay', answers: {} })).toBe(false);
  });
});

describe('Stopping the installer', () => {
  it('asks it to stop and roll back, and goes on waiting for it', () => {
    const walk = installing().send({ type: 'cancel' });
    expect(walk.screen).toBe('installing');
    expect(walk.last.started).toMatchObject([{ id: 'stopping', service: 'stopInstaller', input: { attempt: 1 } }]);
    expect(walk.last.stopped).toEqual([]);
    expect(walk.calls).toEqual(['installing', 'stopping']);
  });

  it('ends in cancelled when that is over', () => {
    const walk = installing().send({ type: 'cancel' }).end(outcome('cancelled'), 'installing');
    expect([walk.screen, walk.kept.status]).toEqual(['cancelled', 'done']);
    expect(walk.last.stopped).toContain('stopping');
  });

  it('that came too late leaves the installation as it ended', () => {
    const late = installing().send({ type: 'cancel' }).end(outcome('succeeded'), 'installing');
    expect(late.screen).toBe('postInstallation');
    const failed = installing().send({ type: 'cancel' }).end(outcome('failed'), 'installing');
    expect(failed.screen).toBe('failed');
  });

  it('is asked for once, and again where the asking did not work', () => {
    const walk = installing().send({ type: 'cancel' });
    expect(walk.takes({ type: 'cancel' })).toBe(false);
    walk.breakOff('unexpected', 'stopping');
    expect(walk.screen).toBe('installing');
    expect(walk.context.problems).toMatchObject([{ code: 'unexpected' }]);
    expect(walk.send({ type: 'cancel' }).calls).toEqual(['installing', 'stopping']);
  });

  it('of one attempt does not stop the next', () => {
    const walk = installing().send({ type: 'cancel' }).end(outcome('failed'), 'installing').send({ type: 'retry' });
    expect(walk.context.wantsStop).toBe(false);
    expect(walk.end(outcome('cancelled')).screen).toBe('failed');
  });
});

describe('A failed installation', () => {
  it('is tried again with the same answers, as an attempt of its own', () => {
    const walk = failed().send({ type: 'retry' });
    expect(walk.screen).toBe('installing');
    expect(walk.last.started).toMatchObject([{ service: 'install', input: { attempt: 2 } }]);
    expect(walk.context.outcome).toBeNull();
    expect(walk.context.problems).toEqual([]);
    expect(walk.end(outcome('succeeded')).screen).toBe('postInstallation');
  });

  it('leads back to the pages, whose answers can be changed', () => {
    const walk = failed().send({ type: 'back' });
    expect(walk.screen).toBe('ready');
    expect(walk.last.started).toMatchObject([{ service: 'checkEverything' }]);
    expect(walk.send({ type: 'back' }).screen).toBe('resetPortalService');
    const page = failed().send({ type: 'revisit', page: 'database' });
    page.to('ready', { ...everything, database: { ...everything['database'], name: 'FIMService2' } });
    page.end([]).send({ type: 'install' });
    expect(page.last.started).toMatchObject([{ input: { attempt: 2, properties: { SQLSERVER_DATABASE: 'FIMService2' } } }]);
  });

  it('can be cancelled', () => {
    expect(failed().send({ type: 'cancel' }).screen).toBe('cancelled');
  });
});

describe('An installation of which a fault has left open what became of its installer', () => {
  const unknown = () => installing().breakOff('unexpected');

  it('has failed with what is known, and changes nothing before the rest is', () => {
    const walk = unknown();
    expect(walk.screen).toBe('failed');
    expect(walk.takes({ type: 'back' })).toBe(false);
    expect(walk.takes({ type: 'revisit', page: 'database' })).toBe(false);
    expect(walk.takes({ type: 'replay', answers: {} })).toBe(false);
    expect(walk.screen).toBe('failed');
  });

  it('is not given up by cancel: the same attempt is looked for, asked to stop, and never begun', () => {
    const walk = unknown().send({ type: 'cancel' });
    expect([walk.screen, walk.kept.status]).toEqual(['installing', 'active']);
    expect(walk.last.started).toMatchObject([
      { service: 'install', input: { attempt: 1, onlyIfBegun: true } },
      { service: 'stopInstaller', input: { attempt: 1 } },
    ]);
    expect(walk.context.problems).toEqual([]);
  });

  it.each([
    ['succeeded', 'postInstallation'],
    ['cancelled', 'cancelled'],
    ['interrupted', 'failed'],
    ['failed', 'failed'],
  ] as const)('is where that attempt has led, once it is known to have %s', (ended, screen) => {
    const walk = unknown().send({ type: 'cancel' }).end(outcome(ended), 'installing');
    expect(walk.screen).toBe(screen);
    if (screen === 'failed') expect(walk.send({ type: 'cancel' }).screen).toBe('cancelled');
  });

  it('can be tried again: the attempt before is looked at first by whoever makes the call', () => {
    const walk = unknown().send({ type: 'retry' });
    expect(walk.last.started).toMatchObject([{ service: 'install', input: { attempt: 2 } }]);
    expect(walk.last.started[0]?.input).not.toHaveProperty('onlyIfBegun');
  });
});

describe('An installation whose installer runs elsewhere', () => {
  it('is not installed here: its outcome is reported', () => {
    const walk = new Walk(firstTransition({ id: 'walk', package: null, runsElsewhere: true }));
    walk.to('ready', everything);
    expect(walk.takes({ type: 'install' })).toBe(false);
    walk.end([]);
    expect(walk.takes({ type: 'install' })).toBe(false);
    walk.send({ type: 'report', outcome: outcome('failed') });
    expect([walk.screen, walk.context.attempt]).toEqual(['failed', 1]);
    expect(walk.takes({ type: 'retry' })).toBe(false);
    walk.send({ type: 'report', outcome: outcome('succeeded') });
    expect([walk.screen, walk.context.attempt]).toEqual(['postInstallation', 2]);
    expect(walk.context.problems).toEqual([]);
  });
});

/** The guide's post-installation tasks: those of the portal belong to it, the optional ones to all. */
const closing = [
  [
    ['service', 'portal'],
    ['serviceRuns', 'portalAnswers', 'intranetZone', 'compatibilityView', 'managementPolicyRule', 'addIns'],
  ],
  [['portal'], ['portalAnswers', 'intranetZone', 'compatibilityView', 'managementPolicyRule', 'addIns']],
  [['service'], ['serviceRuns', 'addIns']],
  [['resetPortal'], ['addIns']],
] as const;

describe('The closing tasks', () => {
  it.each(closing)('of %j are %j', (features, expected) => {
    expect(tasksOf(closed(features).context)).toEqual(expected);
  });

  it('begin with a restart where the installer asks for one', () => {
    expect(tasksOf(closed(['resetPortal'], { restartNeeded: true }).context)).toEqual(['restart', 'addIns']);
  });

  it('are looked at first, as far as they can be seen from here', () => {
    const walk = closed(['service']);
    expect(walk.last.started).toMatchObject([{ service: 'checkTasks' }]);
    walk.end([result('service-runs', 'postInstallation', 'failed', 'host-unreachable')]);
    expect(walk.screen).toBe('postInstallation');
    expect(walk.send({ type: 'recheck' }).calls).toEqual(['postInstallation']);
  });

  it('are ended one by one, as done, skipped or failed with a reason; the last one finishes the installation', () => {
    const walk = closed(['service', 'portal']).end([]);
    const order = tasksOf(walk.context).toReversed();
    for (const [at, task] of order.entries()) {
      expect(walk.screen).toBe('postInstallation');
      const ended = (['done', 'skipped', 'failed'] as const)[at % 3]!;
      walk.send({ type: 'complete', task, outcome: ended, reason: `because ${at}` });
      expect(taskViews(walk.context, walk.screen).find(({ id }) => id === task)).toMatchObject({
        state: ended,
        reason: `because ${at}`,
      });
    }
    expect([walk.screen, walk.kept.status]).toEqual(['finished', 'done']);
  });

  it('can be ended anew until the last one is, and only those that there are', () => {
    const walk = closed(['service']).end([]);
    walk.send({ type: 'complete', task: 'serviceRuns', outcome: 'failed' });
    walk.send({ type: 'complete', task: 'serviceRuns', outcome: 'done' });
    expect(walk.context.tasks).toStrictEqual({ serviceRuns: { outcome: 'done' } });
    expect(walk.takes({ type: 'complete', task: 'portalAnswers', outcome: 'done' })).toBe(false);
    expect(walk.takes({ type: 'complete', task: 'nothing' as TaskId, outcome: 'done' })).toBe(false);
    expect(walk.takes({ type: 'cancel' })).toBe(false);
  });
});

function installing(): Walk {
  const walk = new Walk();
  walk.to('ready', everything);
  return walk.end([]).send({ type: 'install' });
}

function failed(): Walk {
  return installing().end(outcome('failed'));
}

function closed(features: readonly string[], more: Partial<InstallOutcome> = {}): Walk {
  const walk = new Walk();
  walk.to('ready', answersFor('A', features));
  return walk
    .end([])
    .send({ type: 'install' })
    .end({ ...outcome('succeeded'), ...more });
}

function outcome(ended: InstallOutcome['result']): InstallOutcome {
  return { result: ended, exitCode: null, restartNeeded: false, rolledBack: null, message: `It ${ended}.` };
}
