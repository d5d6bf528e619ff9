import { describe, expect, it } from 'vitest';
import type { ClientEvent } from '../../server/host/clientEventSchemas.ts';
import { toChartEvent } from '../../server/host/clientEvents.ts';
import type { Refusal } from '../../server/host/refusal.ts';
import type { Seal } from '../../server/host/secrets/secrets.ts';
import { answersFor } from '../answers.ts';
import { result, Walk } from '../chart/walk.ts';
import { loadedFrom } from './loadedFrom.ts';

const everything = answersFor('C');

describe('An event of a client', () => {
  it.each<ClientEvent>([{ type: 'back' }, { type: 'recheck' }, { type: 'retry' }, { type: 'cancel' }, { type: 'install' }])(
    '%o is the chart’s as it is',
    async (event) => {
      expect(await toEvent(at('database'), event)).toEqual({ event, sealed: [] });
    },
  );

  it.each<[ClientEvent, string, string]>([
    [{ type: 'acknowledge', page: 'attic' }, 'not-found', 'There is no such page.'],
    [{ type: 'revisit', page: 'attic' }, 'not-found', 'There is no such page.'],
    [{ type: 'submit', page: 'attic', answers: {} }, 'not-found', 'There is no such page.'],
    [{ type: 'change', page: 'attic', answers: {} }, 'not-found', 'There is no such page.'],
    [{ type: 'submit', page: 'ready', answers: {} }, 'not-found', 'There is no such page.'],
    [{ type: 'override', check: 'attic', reason: 'r' }, 'not-found', 'There is no such check.'],
    [{ type: 'complete', task: 'attic', outcome: 'done' }, 'not-found', 'There is no such task.'],
    [{ type: 'override', check: 'database-presence', reason: 'r' }, 'not-overridable', 'The installer itself makes this check'],
  ])('%o is refused by what it names', async (event, code, message) => {
    await expect(toEvent(at('database'), event)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });

  it('that overrides what the installer itself checks is told which check that is', async () => {
    const event = { type: 'override', check: 'database-presence', reason: 'r' } as const;
    await expect(toEvent(at('database'), event)).rejects.toMatchObject({ particulars: { checks: ['database-presence'] } });
  });

  it.each(['acknowledge', 'revisit'] as const)('that is to %s a screen names it', async (type) => {
    const event = { type, page: 'databaseBackupWarning' };
    expect(await toEvent(at('database'), event)).toEqual({ event, sealed: [] });
  });

  it('that overrides a check tells by whom and when', async () => {
    const before = new Date().toISOString();
    const { event } = await toEvent(at('database'), { type: 'override', check: 'database-rights', reason: 'known' });
    expect(event).toMatchObject({ type: 'override', check: 'database-rights', reason: 'known', who: 'ann' });
    expect('at' in event && event.at >= before && event.at <= new Date().toISOString()).toBe(true);
  });

  it('that registers the application asks for a secret of a year, unless it says for how long', async () => {
    const wish = { type: 'register', mailbox: 'm@contoso.com', group: 'g@contoso.com' } as const;
    expect((await toEvent(at('database'), wish)).event).toEqual({ ...wish, secretMonths: 12 });
    expect((await toEvent(at('database'), { ...wish, secretMonths: 3 })).event).toEqual({ ...wish, secretMonths: 3 });
  });

  it('that ends a task has its reason where one is given', async () => {
    const done = { type: 'complete', task: 'mailboxSettings', outcome: 'done' } as const;
    expect((await toEvent(at('database'), done)).event).toStrictEqual(done);
    const skipped = { ...done, outcome: 'skipped', reason: 'later' } as const;
    expect((await toEvent(at('database'), skipped)).event).toEqual(skipped);
  });

  it('that would end the last task while nobody has the registered secret needs a reason', async () => {
    const walk = at('ready');
    const { context } = walk.kept;
    const application = { applicationId: context.answers.mailboxApplication!.applicationId };
    const kept = { ...walk.kept, context: { ...context, registration: { expiresAt: '2030-01-01', application } as never } };
    const done = { type: 'complete', task: 'mailboxSettings', outcome: 'done' } as const;
    const present = loadedFrom(kept);
    await expect(toChartEvent(present, done, 'ann', never)).rejects.toMatchObject({
      code: 'invalid-answers',
      particulars: { errors: [{ field: 'reason', code: 'required' }] },
    });
    await expect(toChartEvent(present, { ...done, reason: 'kept' }, 'ann', never)).resolves.toBeDefined();
  });

  it('that installs is refused at the end of the way where a check failed, and names it', async () => {
    const walk = at('ready');
    const { context } = walk.kept;
    const failed = { ...result('host-windows', 'ready', 'failed'), message: 'It is too old.' };
    const present = loadedFrom({ ...walk.kept, context: { ...context, checks: [...context.checks, failed] } });
    await expect(toChartEvent(present, { type: 'install' }, 'ann', never)).rejects.toMatchObject({
      code: 'checks-failed',
      message: 'These checks failed: host-windows. It is too old.',
      particulars: { checks: ['host-windows'] },
    });
    const passed = loadedFrom({ ...walk.kept, context: { ...context, checks: [{ ...failed, status: 'passed' }] } });
    await expect(toChartEvent(passed, { type: 'install' }, 'ann', never)).resolves.toBeDefined();
  });

  it('that installs before the end of the way is left to the chart, whatever has failed', async () => {
    const walk = at('synchronizationServer');
    walk.submit(everything['synchronizationServer']);
    walk.end([result('synchronization-server', 'synchronizationServer', 'failed', 'host-unreachable')]);
    expect(await toEvent(walk, { type: 'install' })).toEqual({ event: { type: 'install' }, sealed: [] });
    expect(walk.takes({ type: 'install' })).toBe(false);
  });
});

describe('Answers of a client', () => {
  it('go to the page on screen, their secrets sealed', async () => {
    const sealed: string[] = [];
    const { event, sealed: kept } = await toEvent(at('mailboxApplication'), submits('mailboxApplication'), async () =>
      sealInto(sealed),
    );
    expect(sealed).toEqual([everything['mailboxApplication']!['clientSecret']]);
    expect(event).toMatchObject({
      type: 'submit',
      page: 'mailboxApplication',
      answers: { clientSecret: { secret: 'sealed 1' } },
    });
    expect(kept).toEqual([{ id: 'sealed 1', sealed: Buffer.from('1') }]);
  });

  it('need no key where they have no secret, or keep the one that there is', async () => {
    expect((await toEvent(at('database'), submits('database'))).sealed).toEqual([]);
    const walk = at('mailboxApplication');
    walk.submit(everything['mailboxApplication']);
    walk.send({ type: 'back' });
    const answers = { ...everything['mailboxApplication'], clientSecret: { kept: true } };
    const { event, sealed } = await toEvent(walk, { type: 'submit', page: 'mailboxApplication', answers });
    expect(sealed).toEqual([]);
    expect(event).toMatchObject({ answers: { clientSecret: walk.context.answers.mailboxApplication!.clientSecret } });
  });

  it('keep one secret and bring another', async () => {
    const walk = at('serviceAccount');
    const answers = { ...everything['serviceAccount'], checkAs: { user: 'contoso\\ann', password: 'first' } };
    walk.submit(answers);
    walk.send({ type: 'back' });
    const kept = walk.context.answers.serviceAccount!;
    const event = { type: 'submit', page: 'serviceAccount' } as const;
    const sealed: string[] = [];
    const { event: submitted } = await toEvent(
      walk,
      { ...event, answers: { ...answers, password: { kept: true }, checkAs: { user: 'contoso\\ann', password: 'second' } } },
      async () => sealInto(sealed),
    );
    expect(sealed).toEqual(['second']);
    expect(submitted).toMatchObject({ answers: { password: kept.password, checkAs: { password: { secret: 'sealed 1' } } } });
  });

  it('are refused for another page than the one on screen', async () => {
    await expect(toEvent(at('database'), submits('mailServer'))).rejects.toMatchObject({
      code: 'not-now',
      particulars: { page: 'database', can: expect.arrayContaining(['submit', 'back']) },
    });
  });

  it('are refused with what is taken instead, were it nothing', async () => {
    await expect(toEvent(at('database'), submits('mailServer'))).rejects.toThrow(/is at database, which takes submit, back, /);
    const ended = at('database').send({ type: 'cancel' });
    await expect(toEvent(ended, submits('mailServer'))).rejects.toThrow(/which takes no event any more\.$/);
  });

  it('are refused while those before are checked', async () => {
    const walk = at('database');
    walk.submit(everything['database']);
    await expect(toEvent(walk, submits('database'))).rejects.toMatchObject({ code: 'not-now' });
  });

  it('are refused with every finding where they do not do', async () => {
    const event = { type: 'submit', page: 'database', answers: { server: '', whenExists: 'perhaps' } } as const;
    const refusal = await toEvent(at('database'), event).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'invalid-answers' });
    const { errors } = (refusal as Refusal).particulars;
    expect(errors!.map(({ field }) => field).toSorted()).toEqual(['name', 'server', 'whenExists']);
    for (const { message } of errors!) expect((refusal as Error).message).toContain(message);
  });

  it('for a page behind are judged by what was known there, and sealed', async () => {
    const sealed: string[] = [];
    const event = { type: 'change', page: 'mailboxApplication', answers: everything['mailboxApplication']! } as const;
    const { event: changed } = await toEvent(at('ready'), event, async () => sealInto(sealed));
    expect(changed).toMatchObject({
      type: 'change',
      page: 'mailboxApplication',
      answers: { clientSecret: { secret: 'sealed 1' } },
    });
    expect(sealed).toHaveLength(1);
  });

  it('for a page behind count at the revision that they are meant for alone', async () => {
    const event = { type: 'change', page: 'database', answers: everything['database']! } as const;
    await expect(toEvent(at('ready'), { ...event, revision: 6 })).rejects.toMatchObject({
      code: 'stale',
      message: 'The installation is at revision 7 by now.',
    });
    await expect(toEvent(at('ready'), { ...event, revision: 7 })).resolves.toBeDefined();
    await expect(toEvent(at('ready'), event)).resolves.toBeDefined();
  });

  it('for a page that is still ahead are refused', async () => {
    const event = { type: 'change', page: 'mailServer', answers: everything['mailServer']! } as const;
    await expect(toEvent(at('database'), event)).rejects.toMatchObject({ code: 'not-now' });
  });

  it('for a page behind are refused once the installer runs', async () => {
    const walk = at('ready').end([]).send({ type: 'install' });
    expect(walk.calls).toEqual(['installing']);
    const event = { type: 'change', page: 'components', answers: everything['components']! } as const;
    await expect(toEvent(walk, event)).rejects.toMatchObject({ code: 'not-now' });
  });
});

function at(screen: Parameters<Walk['to']>[0]): Walk {
  const walk = new Walk();
  walk.to(screen, everything);
  return walk;
}

function submits(page: string): ClientEvent {
  return { type: 'submit', page, answers: everything[page]! };
}

function toEvent(walk: Walk, event: ClientEvent, seal: () => Promise<Seal> = never) {
  return toChartEvent(loadedFrom(walk.kept), event, 'ann', seal);
}

async function never(): Promise<Seal> {
  throw new Error('There is nothing to seal.');
}

function sealInto(texts: string[]): Seal {
  return (text) => {
    const number = texts.push(text);
    return { ref: { secret: `sealed ${number}` }, sealed: { id: `sealed ${number}`, sealed: Buffer.from(String(number)) } };
  };
}
