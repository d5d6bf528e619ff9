import { describe, expect, it } from 'vitest';
import type { WizardContext } from '../../machines/chart/context.ts';
import { installJob } from '../../machines/chart/installJob.ts';
import { outlineOf } from '../../machines/plan/outline.ts';
import { exportAnswers } from '../../server/answers/exportAnswers.ts';
import { migrate } from '../../server/host/chartMigration.ts';
import { toLoaded } from '../../server/host/loadedInstallation.ts';
import { statusOf } from '../../server/host/status.ts';
import { revive, screenOf } from '../../server/host/transition.ts';
import type { PersistedSnapshot } from '../../server/store/snapshot.ts';
import { pageView } from '../../server/view/page.ts';
import { answersFor } from '../answers.ts';
import { outcomes } from './exploring.ts';
import { changed, older, otherPages, renamed } from './otherChart.ts';
import { localLogonAllowed, result, Walk } from './walk.ts';

const everything = answersFor('C');
const registration = { mailbox: 'mim@contoso.com', group: 'mim-access@contoso.com', secretMonths: 12 };

describe('An installation that an older chart has kept', () => {
  it('in a state that is called differently now is at the same page, with the same answers and checks', () => {
    const walk = at('sharePointTimerWarning', [localLogonAllowed]);
    const moved = over(renamed(walk.kept));
    expect(moved.screen).toBe('sharePointTimerWarning');
    expect(moved.context.trail).toEqual(walk.context.trail);
    expect(moved.context.answers).toEqual(walk.context.answers);
    expect(moved.context.checks).toEqual(walk.context.checks);
    expect(moved.takes({ type: 'acknowledge', page: 'sharePointTimerWarning' })).toBe(true);
  });

  it('keeps its overrides, its registration, and how often checks have failed', () => {
    const walk = at('synchronizationServer');
    walk.submit(everything['synchronizationServer']);
    walk.end([result('synchronization-server', 'synchronizationServer', 'failed', 'host-unreachable')]);
    walk.send({ type: 'override', check: 'synchronization-server', reason: 'not up yet', who: 'anna', at: '' });
    const moved = over(changed(renamed(walk.kept), { registration }));
    expect(moved.screen).toBe('serviceAddress');
    expect(moved.context.overrides).toEqual(walk.context.overrides);
    expect(moved.context.registration).toEqual(registration);
    expect(moved.context.failures).toEqual({ 'synchronization-server': 1 });
    expect(moved.context.problems).toEqual([]);
  });

  it('keeps what the package asks, and what was settled by it', () => {
    const product = { productName: 'MIM', productCode: '{1}', productVersion: '4.6' };
    const packageAsks = { from: 'file', ...product, dialogs: [], screens: [], properties: [] } as const;
    const settlement = { property: 'AZURE_CLOUD', for: 'installation', who: 'anna', at: '', product } as const;
    const known = { packageAsks, settlements: { 'cloud.cloud': settlement } };
    expect(over(changed(renamed(at('certificate').kept), known)).context).toMatchObject(known);
  });

  it('whose check was running has that check run again: it does not pass unchecked', () => {
    const walk = at('reportingServer');
    walk.submit(everything['reportingServer']);
    const moved = over(renamed(walk.kept), ['reportingServer'], 'checking');
    expect([moved.screen, statusOf(moved.snapshot)]).toEqual(['reportingServer', 'checking']);
    expect(moved.last.started).toMatchObject([{ id: 'reportingServer', service: 'checkPage' }]);
    expect(moved.last.stopped).toEqual(['reportingServer']);
  });

  it('whose check was called off is asked for that page, and keeps what was typed', () => {
    const walk = at('reportingServer');
    walk.submit(everything['reportingServer']);
    const moved = over(renamed(walk.send({ type: 'back' }).kept));
    expect([moved.screen, statusOf(moved.snapshot), moved.last.started]).toEqual(['reportingServer', 'asking', []]);
    expect(moved.context.answers).toEqual(walk.context.answers);
    expect(moved.takes({ type: 'recheck' })).toBe(true);
  });

  it('whose check had failed is asked for that page, with what was typed and what was found: it can be overridden', () => {
    const walk = at('reportingServer');
    walk.submit(everything['reportingServer']);
    walk.end([result('reporting-server-name', 'reportingServer', 'failed', 'host-unreachable')]);
    const moved = over(renamed(walk.kept));
    expect([moved.screen, statusOf(moved.snapshot)]).toEqual(['reportingServer', 'asking']);
    expect(pageView(moved.context, 'reportingServer').answers).toEqual(everything['reportingServer']);
    expect(moved.context).toMatchObject(walk.context);
    moved.send({ type: 'override', check: 'reporting-server-name', reason: 'not up yet', who: 'anna', at: '' });
    expect(moved.screen).toBe('mailboxApplication');
  });

  it('with a problem by a name that is no more keeps what it says', () => {
    const walk = at('reportingServer');
    walk.submit(everything['reportingServer']);
    walk.end([result('reporting-server-name', 'reportingServer', 'failed', 'host-unreachable')]);
    const formerly = JSON.parse(JSON.stringify(renamed(walk.kept)).replaceAll('host-unreachable', 'host-gone'));
    const [problem] = walk.context.problems;
    expect(over(formerly).context.problems).toEqual([{ ...problem, code: 'unexpected' }]);
  });

  it('in front of a page that did not exist stops there; what was answered behind it is proposed', () => {
    const walk = at('ready');
    const { cloud: _, ...answers } = walk.context.answers;
    const trail = walk.context.trail.filter((page) => page !== 'cloud');
    const moved = over(changed(renamed(walk.kept), { answers, trail }));
    expect(moved.screen).toBe('cloud');
    expect(pageView(moved.context, 'cloud').answers).toEqual({ cloud: 'global' });
    expect(moved.context.proposals).toMatchObject({ components: everything['components'] });
    expect(moved.to('ready', everything)).toContain('mailboxApplication');
  });

  it('that came by a page that is gone goes on without it', () => {
    const walk = at('certificate');
    const trail = walk.context.trail.flatMap((page) => (page === 'database' ? ['telemetry', page] : [page]));
    const answers = { ...walk.context.answers, telemetry: { send: true } };
    const moved = over(changed(renamed(walk.kept), { trail, answers } as unknown as Partial<WizardContext>));
    expect(moved.screen).toBe('certificate');
    expect(moved.context.trail).not.toContain('telemetry');
    expect(moved.context.answers).toEqual(walk.context.answers);
  });

  it('with an answer that no longer does stops at that page, with the answer proposed', () => {
    const walk = at('serviceAddress');
    const database = { ...walk.context.answers.database!, server: 'tcp:sql01,1433' };
    const moved = over(changed(renamed(walk.kept), { answers: { ...walk.context.answers, database } }));
    expect(moved.screen).toBe('database');
    expect(pageView(moved.context, 'database').answers).toMatchObject({ server: 'tcp:sql01,1433' });
    expect(moved.context.proposals).toHaveProperty('serviceAccount');
  });

  it('with answers that another option means now stops where they no longer fit', () => {
    const walk = at('synchronizationServer');
    const serviceAccount = { name: 'svcMIMService', domain: 'contoso' };
    const moved = over(changed(renamed(walk.kept), { answers: { ...walk.context.answers, serviceAccount } }));
    expect(moved.screen).toBe('serviceAccount');
  });

  it('that passed a page without the checks that it has now goes on: everything is checked again at ready', () => {
    const walk = at('ready');
    const checks = walk.context.checks.filter(({ page }) => page !== 'sharePointSite');
    expect(over(changed(renamed(walk.kept), { checks }), ['ready']).screen).toBe('ready');
  });

  it('keeps its secrets: the references stay, and are taken for answered', () => {
    const walk = at('certificate');
    const moved = over(renamed(walk.kept));
    expect(moved.context.answers.mailboxApplication).toEqual(walk.context.answers.mailboxApplication);
    expect(moved.context.answers.mailboxApplication?.clientSecret).toEqual({ secret: expect.any(String) });
  });

  it('at ready has everything checked anew', () => {
    const walk = at('ready');
    const moved = over(renamed(walk.kept), ['ready']);
    expect(moved.screen).toBe('ready');
    expect(moved.last.started).toMatchObject([{ id: 'ready', service: 'checkEverything' }]);
    expect(moved.last.stopped).toEqual(['ready']);
  });

  it.each(['mailboxAccessFailed', 'mailboxApplication'] as const)(
    'that was at an error box, or had read it, is at %s',
    (screen) => {
      const walk = at('mailboxApplication');
      walk.submit(everything['mailboxApplication']);
      walk.end([result('mailbox-access', 'mailboxApplication', 'failed', 'mailbox-access-failed')]);
      if (screen === 'mailboxApplication') walk.send({ type: 'acknowledge', page: 'mailboxAccessFailed' });
      const moved = over(renamed(walk.kept), [], statusOf(walk.snapshot), walk.screen);
      expect(moved.screen).toBe(screen);
      expect(moved.context).toMatchObject(walk.context);
    },
  );

  it('whose application was being registered goes on with it: what was done is not done again', () => {
    const walk = at('mailboxApplication').send({ type: 'register', ...registration });
    walk.end({ objectId: 'o', applicationId: 'a', tenantId: 't' });
    expect(walk.calls).toEqual(['creatingServicePrincipal']);
    const moved = over(renamed(walk.kept), walk.calls, 'checking');
    expect(moved.last.started).toMatchObject([{ id: 'creatingServicePrincipal', service: 'createServicePrincipal' }]);
    expect(moved.context.registration).toEqual(walk.context.registration);
  });

  it.each(['mailboxApplicationConsent', 'mailboxApplicationPolicy'] as const)('that was at %s is there', (screen) => {
    const walk = at('mailboxApplication').send({ type: 'register', ...registration });
    walk.end({ objectId: 'o', applicationId: 'a', tenantId: 't' }).end({ servicePrincipalId: 's' });
    walk.end({ clientSecret: { secret: 'made' }, expiresAt: '2027-01-01' });
    walk.end({ granted: screen === 'mailboxApplicationPolicy', consentUrl: 'https://login.contoso.com' });
    expect(walk.screen).toBe(screen);
    const moved = over(renamed(walk.kept), [], 'warning', screen);
    expect(moved.screen).toBe(screen);
    expect(moved.context).toMatchObject(walk.context);
    expect(moved.takes({ type: 'acknowledge', page: screen })).toBe(true);
  });

  it.each(['mailboxApplicationGone', 'database', 'ready'])(
    'that was at %s, which asks for no confirmation of a registration here, is at the page that it had come to',
    (page) => {
      const walk = at('mailboxApplication');
      const moved = over(changed(renamed(walk.kept), { registration }), [], 'warning', page);
      expect(moved.screen).toBe('mailboxApplication');
      expect(moved.context.registration).toEqual(registration);
    },
  );

  it('that knew of no package, and nothing of who runs the installer, has none, and it is run here', () => {
    const { package: _, runsElsewhere: __, ...context } = at('certificate').context;
    const moved = over({ ...renamed(at('certificate').kept), context } as PersistedSnapshot);
    expect(moved.context).toMatchObject({ package: null, runsElsewhere: false });
    expect(moved.screen).toBe('certificate');
  });

  it('that was to be installed once its checks were over waits to be told again: the plan may be another one', () => {
    const moved = over(renamed(at('ready').send({ type: 'install' }).kept), ['ready'], 'ready');
    expect(moved.end([]).screen).toBe('ready');
    expect(moved.takes({ type: 'install' })).toBe(true);
  });

  it('goes back to what it was when it is moved over twice', () => {
    const walk = at('resetPortal');
    const once = over(renamed(walk.kept));
    const twice = over(renamed(once.kept));
    expect(twice.kept).toEqual(once.kept);
  });
});

describe('An installation whose installer has run under an older chart', () => {
  it('and still runs goes on waiting for it', () => {
    const walk = at('ready').end([]).send({ type: 'install' });
    const moved = over(older(walk.kept, { installation: 'installing' }), ['installing']);
    expect(moved.screen).toBe('installing');
    expect(moved.context).toMatchObject({ attempt: 1, outcome: null });
    expect([moved.last.started, moved.last.stopped]).toEqual([[], []]);
    expect(moved.end(outcomes[0]).screen).toBe('postInstallation');
  });

  it('and was being stopped is asked to stop again: it may not have heard of it', () => {
    const walk = at('ready').end([]).send({ type: 'install' }).send({ type: 'cancel' });
    const moved = over(older(walk.kept, { installation: { installing: 'stopping' } }), ['installing', 'stopping']);
    expect(moved.screen).toBe('installing');
    expect(moved.context.wantsStop).toBe(true);
    expect(moved.last.started).toMatchObject([{ id: 'stopping', service: 'stopInstaller', input: { attempt: 1 } }]);
    expect(moved.last.stopped).toEqual(['stopping']);
    expect(moved.end(outcomes[1], 'installing').screen).toBe('cancelled');
  });

  it('and failed can be retried, as an attempt of its own', () => {
    const walk = at('ready').end([]).send({ type: 'install' }).end(outcomes[2]);
    const moved = over(older(walk.kept, { installation: 'failed' }));
    expect(moved.screen).toBe('failed');
    expect(moved.context.problems).toMatchObject([{ code: 'installer-failed' }]);
    expect(moved.context.outcome).toEqual(walk.context.outcome);
    moved.send({ type: 'retry' });
    expect(moved.last.started).toMatchObject([{ service: 'install', input: { attempt: 2 } }]);
    expect(moved.last.started[0]?.input).toEqual({ ...installJob(walk.context), attempt: 2 });
  });

  it('and went back to the pages counts its attempts on: the old job is not taken for the new one', () => {
    const walk = at('ready').end([]).send({ type: 'install' }).end(outcomes[2]).send({ type: 'back' });
    const moved = over(renamed(walk.kept), ['ready']);
    moved.end([]).send({ type: 'install' });
    expect(moved.last.started).toMatchObject([{ service: 'install', input: { attempt: 2 } }]);
  });

  it('and was at its closing tasks keeps those that are done', () => {
    const walk = at('ready').end([]).send({ type: 'install' }).end(outcomes[0]);
    walk.send({ type: 'complete', task: 'serviceRuns', outcome: 'done' });
    const moved = over(older(walk.kept, { installation: 'postInstallation' }), ['postInstallation']);
    expect(moved.screen).toBe('postInstallation');
    expect(moved.context.tasks).toEqual({ serviceRuns: { outcome: 'done' } });
    expect(moved.last.stopped).toEqual(['postInstallation']);
  });

  it.each([
    ['runs', 'installing', ['installing'], 'installing'],
    ['has succeeded', 'postInstallation', [], 'postInstallation'],
  ] as const)('and %s goes on and is read, where its answers no longer lead to it', (_, status, waiting, screen) => {
    const walk = at('ready').end([]).send({ type: 'install' });
    const moved = over(otherPages(walk.kept), waiting, status);
    expect(moved.screen).toBe(screen);
    expect(moved.context.attempt).toBe(1);
    expect(moved.last.started).toEqual([]);
    const { sharePointSite: _site, cloud: _cloud, ...rest } = exportAnswers(walk.context).pages as Record<string, unknown>;
    expect(exportAnswers(moved.context)).toMatchObject({ pages: rest });
    expect(() => outlineOf(moved.context, screen)).not.toThrow();
    if (waiting.length > 0) expect(moved.end(outcomes[0]).screen).toBe('postInstallation');
  });

  it('and failed is asked what is new, with all that it had answered, where its answers no longer lead to it', () => {
    const walk = at('ready').end([]).send({ type: 'install' }).end(outcomes[2]);
    const moved = over(otherPages(walk.kept), [], 'failed');
    expect(moved.screen).toBe('cloud');
    expect(moved.context.problems).toMatchObject([{ code: 'chart-changed', message: expect.stringMatching(/answer it/) }]);
    expect(moved.context).toMatchObject({ attempt: 1, outcome: walk.context.outcome });
    expect(moved.context.proposals).toMatchObject({ database: walk.context.answers.database });
    expect(moved.to('ready', everything)).toContain('sharePointSite');
    moved.end([]).send({ type: 'install' });
    expect(moved.last.started).toMatchObject([{ service: 'install', input: { attempt: 2 } }]);
  });

  it.each([{ setup: { installer: 'running' } }, { installation: 'repairing' }, 'installing'])(
    'is where its status says, whatever the states of its chart were called: %j',
    (value) => {
      const walk = at('ready').end([]).send({ type: 'install' });
      expect(over(older(walk.kept, value), ['installing'], 'installing').screen).toBe('installing');
      walk.end(outcomes[2]);
      expect(over(older(walk.kept, value), [], 'failed').screen).toBe('failed');
    },
  );

  it('and of which nobody waits any more to hear has failed, and says that its end is not known', () => {
    const walk = at('ready').end([]).send({ type: 'install' });
    const moved = over(older(walk.kept, { installation: 'installing' }), [], 'installing');
    expect(moved.screen).toBe('failed');
    expect(moved.context.outcome).toEqual({
      result: 'interrupted',
      exitCode: null,
      restartNeeded: false,
      rolledBack: null,
      message: expect.stringMatching(/not known/),
    });
  });
});

describe('An installation that has ended under an older chart', () => {
  it.each(['finished', 'cancelled'])('is read as long as it is kept: %s', (value) => {
    const kept = older(otherPages(at('ready').kept), value);
    const row = { id: 'x', chart: 'older', status: value } as unknown as Parameters<typeof toLoaded>[0];
    const { snapshot } = toLoaded({ ...row, kept, walk: null });
    expect(exportAnswers(snapshot.context).pages).toHaveProperty('database');
    expect(JSON.stringify(exportAnswers(snapshot.context))).not.toContain('telemetry');
  });
});

function over(
  old: PersistedSnapshot,
  waiting: readonly string[] = [],
  status = statusIn(old.value),
  screen: string = old.context.trail.at(-1) ?? 'welcome',
): Walk {
  const next = migrate(old, { status, page: screen }, waiting);
  expect(screenOf(revive(next.kept))).toBeDefined();
  return new Walk(next);
}

function at(page: Parameters<Walk['to']>[0], results: Parameters<Walk['to']>[2] = []): Walk {
  const walk = new Walk();
  walk.to(page, everything, results);
  return walk;
}

function statusIn(value: PersistedSnapshot['value']): string {
  const within: unknown = typeof value === 'object' ? (value as Record<string, unknown>)['installation'] : undefined;
  if (within === undefined) return 'asking';
  return typeof within === 'string' ? within : Object.keys(within as object)[0]!;
}
