import { describe, expect, it } from 'vitest';
import { pageIds, phaseOf, screenIds, showsIf } from '../../machines/chart/flow.ts';
import { page, stage, warning } from '../../machines/chart/flowLines.ts';
import { readFlow } from '../../machines/chart/readFlow.ts';
import { isPageId, type ScreenId, screens } from '../../machines/pages/screens.ts';

describe('The flow', () => {
  it('has a line for every screen, once', () => {
    expect(screenIds.toSorted()).toEqual(Object.keys(screens).toSorted());
    expect(new Set(screenIds).size).toBe(screenIds.length);
    expect(pageIds).toEqual(screenIds.filter(isPageId));
  });

  it('says the phase of a screen; one that there is no more is a phase of its own', () => {
    expect([phaseOf('welcome'), phaseOf('certificate'), phaseOf('ready'), phaseOf('failed'), phaseOf('finished')]).toEqual([
      'prepare',
      'commonServices',
      'review',
      'installation',
      'finished',
    ]);
    expect(phaseOf('telemetry' as ScreenId)).toBe('telemetry');
  });

  it('says when a screen shows; one that always does, and one that there is no more, has no question', () => {
    expect(showsIf('databaseBackupWarning')).toBe('reusesDatabase');
    expect(showsIf('firewall')).toBe('installsServiceOrPortal');
    expect([showsIf('welcome'), showsIf('signInFailed'), showsIf('telemetry' as ScreenId)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('A way on', () => {
  const lines = {
    one: { cloud: page(), signInFailed: { kind: 'errorBox' as const }, signIn: page() },
    two: { databaseBackupWarning: warning(), firewall: page(), ready: stage({ install: 'installing' }) },
  };
  const { nextOf } = readFlow(lines as unknown as Parameters<typeof readFlow>[0]);

  it('is the next page, warning or stage below, across phases, past what lies over a page', () => {
    expect([nextOf('cloud'), nextOf('databaseBackupWarning'), nextOf('firewall')]).toEqual(['signIn', 'firewall', 'ready']);
  });
});
