import { describe, expect, it } from 'vitest';
import type { WizardContext } from '../../machines/chart/context.ts';
import { knownContext } from '../../server/host/knownContext.ts';
import { answersFor } from '../answers.ts';
import { result, Walk } from '../chart/walk.ts';

const fresh = new Walk().context;

describe('What an older chart knew of an installation', () => {
  it('is known here, too, where this chart has the same names', () => {
    const walk = new Walk();
    walk.to('certificate', answersFor('C'));
    expect(knownContext(walk.context, fresh)).toEqual(walk.context);
  });

  it('is as in one that has just begun, where it knew nothing of it', () => {
    expect(knownContext({ id: 'old' } as unknown as WizardContext, fresh)).toEqual({
      ...fresh,
      id: 'old',
      trail: [],
      checks: [],
      overrides: [],
    });
  });

  it('is left out, where this chart has no such page, warning, check or task', () => {
    const old = {
      ...fresh,
      trail: ['welcome', 'telemetry'],
      answers: { welcome: {}, telemetry: { send: true } },
      proposals: { telemetry: { send: false } },
      checks: [{ ...result('database-port', 'database', 'passed'), id: 'telemetry-port' }],
      overrides: [
        { check: 'telemetry-port', reason: '', who: '', at: '' },
        { check: 'database-port', reason: '', who: '', at: '' },
      ],
      tasks: { serviceRuns: { outcome: 'done' }, telemetry: { outcome: 'done' } },
    };
    expect(knownContext(old as unknown as WizardContext, fresh)).toMatchObject({
      trail: ['welcome'],
      answers: { welcome: {} },
      proposals: {},
      checks: [],
      overrides: [{ check: 'database-port' }],
      tasks: { serviceRuns: { outcome: 'done' } },
    });
  });

  it('of checks is kept for a page that there is, and where it is of none', () => {
    const { page: _, ...ofNone } = result('database-port', 'database', 'passed');
    const ofGone = { ...result('database-rights', 'database', 'passed'), page: 'telemetry' };
    const checks = [ofNone, ofGone, result('database-kind', 'database', 'passed')] as unknown as WizardContext['checks'];
    expect(knownContext({ ...fresh, checks }, fresh).checks.map(({ id }) => id)).toEqual(['database-port', 'database-kind']);
  });

  it('says what it said, under a code that there is', () => {
    const problems = [
      { code: 'unexpected', message: 'one' },
      { code: 'gone', message: 'two' },
    ] as unknown as WizardContext['problems'];
    expect(knownContext({ ...fresh, problems }, fresh).problems).toEqual([
      { code: 'unexpected', message: 'one' },
      { code: 'unexpected', message: 'two' },
    ]);
  });
});
