import { describe, expect, it } from 'vitest';
import { mailOptions } from '../../machines/vocabulary/mailOptions.ts';
import { chart } from '../../server/drawing/chart.ts';
import { type Highlights, highlightsOf, type JournalStep } from '../../server/drawing/highlights.ts';
import { answersFor } from '../answers.ts';
import { localLogonAllowed, result, Walk } from '../chart/walk.ts';

/** A walk that notes each step as the journal would. */
class Journal extends Walk {
  readonly steps: JournalStep[] = [{ revision: 1, kept: this.kept }];

  override takes(...event: Parameters<Walk['takes']>): boolean {
    const taken = super.takes(...event);
    if (taken) this.steps.push({ revision: this.steps.length + 1, kept: this.kept });
    return taken;
  }

  get marks(): Highlights {
    return highlightsOf(chart, this.steps);
  }
}

describe('An installation on the chart', () => {
  it('is at its screen, waiting for what that takes', () => {
    const walk = new Journal();
    expect(walk.marks).toEqual({
      revision: 1,
      here: 'welcome',
      trail: ['welcome'],
      taken: [],
      refused: [],
      calls: [],
      events: ['submit', 'cancel'],
    });
  });

  it('waits for the service while a page is checked', () => {
    const walk = new Journal();
    walk.to('signIn', answersFor('A'));
    walk.submit(answersFor('A')['signIn']);
    expect(walk.marks).toMatchObject({ here: 'signIn', calls: ['checkPage'] });
  });

  for (const { option } of mailOptions) {
    it(`has one unbroken way from the beginning to ready, and the other branch of each choice, option ${option}`, () => {
      const walk = new Journal();
      walk.to('ready', answersFor(option), [localLogonAllowed]);
      const { here, trail, taken, refused } = walk.marks;
      expect(here).toBe('ready');
      let at = chart.initial;
      for (const id of taken) {
        const edge = chart.edges.find((one) => one.id === id)!;
        expect(edge.from).toBe(at);
        at = edge.to;
      }
      expect(at).toBe('ready');
      expect(trail.filter((id) => !id.endsWith('?')).toSorted()).toEqual([...walk.context.trail].toSorted());
      const choices = trail.filter((id) => id.endsWith('?'));
      for (const choice of choices) {
        const ways = chart.edges.filter(({ from }) => from === choice).map(({ id }) => id);
        expect(ways.map((id) => [taken, refused].filter((marked) => marked.includes(id)).length)).toEqual([1, 1]);
      }
      expect(refused).toHaveLength(choices.length);
    });
  }

  it('passes a screen that does not show by the arrow that says no', () => {
    const walk = new Journal();
    walk.to('ready', answersFor('E', ['portal']));
    const { taken, refused } = walk.marks;
    expect(taken).toContain('database? → databaseBackupWarning?');
    expect(refused).toContain('database? → database');
    expect(taken).toContain('sharePointSite? → sharePointSite');
  });

  it('shows the error box with the way to it, and not any more once it is acknowledged', () => {
    const walk = new Journal();
    walk.to('signIn', answersFor('A'));
    walk.submit(answersFor('A')['signIn']);
    walk.end([result('sign-in', 'signIn', 'failed', 'sign-in-failed')]);
    expect(walk.marks).toMatchObject({ here: 'signInFailed', taken: expect.arrayContaining(['signIn → signInFailed']) });
    walk.send({ type: 'acknowledge', page: 'signInFailed' });
    expect(walk.marks.here).toBe('signIn');
    expect(walk.marks.taken).not.toContain('signIn → signInFailed');
  });

  it('follows the registration of the mailbox application, which is on no trail', () => {
    const walk = new Journal();
    walk.to('mailboxApplication', answersFor('C'));
    walk.send({ type: 'register', mailbox: 'mim@contoso.com', group: 'mim@contoso.com', secretMonths: 12 });
    expect(walk.marks).toMatchObject({ here: 'registeringMailboxApplication', calls: ['createApplication'] });
    expect(walk.marks.taken).toContain('mailboxApplication → registeringMailboxApplication');
  });

  it('goes back as the user does: what was left is on the way no more', () => {
    const walk = new Journal();
    walk.to('database', answersFor('A'));
    walk.send({ type: 'revisit', page: 'cloud' });
    expect(walk.marks).toMatchObject({ here: 'cloud', trail: ['welcome', 'licenseAgreement', 'cloud'] });
    expect(walk.marks.taken).toHaveLength(2);
  });

  it('goes on through a failed installation and a retry to the end', () => {
    const walk = new Journal();
    walk.to('ready', answersFor('E'));
    walk.end([]).send({ type: 'install' });
    const outcome = { exitCode: 1603, restartNeeded: false, message: '', rolledBack: true };
    walk
      .end({ ...outcome, result: 'failed' }, 'installing')
      .send({ type: 'retry' })
      .end({ ...outcome, result: 'succeeded' }, 'installing');
    const { here, taken } = walk.marks;
    expect(here).toBe('postInstallation');
    expect(taken.slice(-4)).toEqual([
      'ready → installing',
      'installing → failed',
      'failed → installing',
      'installing → postInstallation',
    ]);
  });

  it('ends where it was cancelled, by the way that all screens have', () => {
    const walk = new Journal();
    walk.to('cloud', answersFor('A'));
    walk.send({ type: 'cancel' });
    expect(walk.marks).toMatchObject({ here: 'cancelled', calls: [], events: [] });
    expect(walk.marks.taken.at(-1)).toBe('interview → cancelled');
  });

  it('is told at any revision, as it was', () => {
    const walk = new Journal();
    walk.to('ready', answersFor('A'), [localLogonAllowed]);
    for (const [at, { kept }] of walk.steps.entries()) {
      const { revision, trail } = highlightsOf(chart, walk.steps.slice(0, at + 1));
      expect(revision).toBe(at + 1);
      expect(trail).toEqual(expect.arrayContaining([...kept.context.trail]));
    }
  });

  it('is nowhere, and no fault, where an older chart had a state that this one does not have', () => {
    const walk = new Journal();
    const [{ kept }] = walk.steps as [JournalStep];
    expect(highlightsOf(chart, [{ revision: 1, kept: { ...kept, value: { interview: { gone: 'away' } } } }])).toMatchObject({
      here: null,
      calls: [],
      events: [],
    });
  });
});
