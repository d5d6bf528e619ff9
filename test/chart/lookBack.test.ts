import { describe, expect, it } from 'vitest';
import { lookBack } from '../../machines/chart/lookBack.ts';
import { answersFor } from '../answers.ts';
import { result, submitEvent, Walk } from './walk.ts';

const answers = { ...answersFor('E'), database: { server: 'sql', name: 'Old', whenExists: 'reuse' } };
const walk = new Walk();
walk.to('serviceAccount', answers);
const now = walk.context;

describe('A look back at a screen', () => {
  it('shows the way there, and what was answered before it', () => {
    const then = lookBack(now, 'mailServer')!;
    const fresh = new Walk();
    fresh.to('mailServer', answers);
    expect(then.trail).toEqual(fresh.context.trail);
    expect(then.answers).toEqual(fresh.context.answers);
  });

  it('proposes what was answered there since, in place of what was proposed before', () => {
    const again = new Walk(walk.last);
    again.send({ type: 'revisit', page: 'database' }).send(submitEvent('database', { ...answers.database, name: 'Newer' }));
    const { proposals } = lookBack(again.context, 'database')!;
    expect(proposals.database).toMatchObject({ name: 'Newer' });
    expect(proposals.certificate).toEqual(now.answers.certificate);
  });

  it('shows none of the problems of the page that is on screen', () => {
    const stopped = new Walk(walk.last);
    stopped.submit(answersFor('E')['serviceAccount']);
    stopped.end([result('service-account', 'serviceAccount', 'failed', 'account-not-found')]);
    expect(stopped.context.problems).not.toEqual([]);
    expect(lookBack(stopped.context, 'cloud')!.problems).toEqual([]);
  });

  it('goes as far as the first one, where nothing was answered', () => {
    expect(lookBack(now, 'welcome')).toMatchObject({ trail: ['welcome'], answers: {} });
  });

  it('at a warning proposes nothing of its own', () => {
    const then = lookBack(now, 'databaseBackupWarning')!;
    expect(then.trail.at(-1)).toBe('databaseBackupWarning');
    expect(then.answers.database).toEqual(now.answers.database);
    expect(then.proposals).toEqual(now.proposals);
  });

  it('changes nothing of what is known besides', () => {
    const { trail: _, answers: __, proposals: ___, problems: ____, ...others } = now;
    expect(lookBack(now, 'cloud')).toMatchObject(others);
  });

  it('is not to be had at one that was not come by', () => {
    expect([lookBack(now, 'synchronizationServer'), lookBack(now, 'mailboxApplication')]).toEqual([null, null]);
  });
});
