import { describe, expect, it } from 'vitest';
import { RefusedTokens } from '../../server/http/refusedTokens.ts';
import { Sessions } from '../../server/http/sessions.ts';
import { serve } from './service.ts';

const token = 'a-token-of-enough-characters';

describe('Tokens that are refused', () => {
  it('are limited in rate for each address, with the seconds to wait, and stand in the log', async () => {
    await using served = await serve({ token });
    const guess = (number: number) =>
      fetch(`${served.url}/api/v1/pages`, { headers: { authorization: `Bearer guess-number-${number}` } });
    const replies = [];
    for (let number = 0; number < 12; number++) replies.push(await guess(number));
    expect(replies.map(({ status }) => status)).toEqual([...Array(10).fill(401), 429, 429]);
    const last = replies.at(-1)!;
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await last.json()).toMatchObject({ code: 'too-many-refused' });
    expect(served.logged().match(/a token was refused/g)).toHaveLength(10);
    expect(served.logged()).toContain('"address":"127.0.0.1"');
    expect(served.logged()).not.toContain('guess-number');
  });

  it('lock out whoever comes from there for the first time, for the right token cannot be told from a guess', async () => {
    await using served = await serve({ token });
    const list = (shown: string) =>
      fetch(`${served.url}/api/v1/installations`, { headers: { authorization: `Bearer ${shown}` } });
    for (let number = 0; number < 11; number++) await list(`guess-number-${number}`);
    expect((await list(token)).status).toBe(429);
  });

  it('do not lock out who has shown a token that is known from there before', async () => {
    await using served = await serve({ token });
    const list = (shown: string) =>
      fetch(`${served.url}/api/v1/installations`, { headers: { authorization: `Bearer ${shown}` } });
    expect((await list(token)).status).toBe(200);
    for (let number = 0; number < 11; number++) await list(`guess-number-${number}`);
    expect((await list('guess-number-11')).status).toBe(429);
    expect((await list(token)).status).toBe(200);
  });

  it('are forgotten one by one', () => {
    let now = 0;
    const refused = new RefusedTokens(
      () => {},
      { burst: 3, every: 1000 },
      () => now,
    );
    for (let number = 0; number < 3; number++) refused.refused('a');
    expect(refused.waitOf('a')).toBe(1);
    expect(refused.waitOf('b')).toBe(0);
    now = 1000;
    expect(refused.waitOf('a')).toBe(0);
    refused.refused('a');
    expect(refused.waitOf('a')).toBe(1);
  });

  it('are remembered of so many addresses and no more', () => {
    const refused = new RefusedTokens(
      () => {},
      { burst: 1, every: 1000 },
      () => 0,
    );
    for (let address = 0; address <= 10_000; address++) refused.refused(String(address));
    expect([refused.waitOf('0'), refused.waitOf('10000')]).toEqual([0, 1]);
  });
});

describe('A session', () => {
  const tokens = [
    { name: 'ann', token: 'a-token-of-ann-s' },
    { name: 'bob', token: 'a-token-of-bob-s' },
  ];
  const keyOf = (token: string) => Buffer.from(`key of ${token}`);
  let now = 0;
  const kept = new Map<string, string>();
  const ended = {
    add: async (session: string, until: string) => void kept.set(session, until),
    has: async (session: string) => kept.has(session),
  };
  const process = (known = tokens) => new Sessions({ tokens: known, keyOf, ended, now: () => now });

  it('is over after twelve hours, or when its user ends it', async () => {
    const sessions = process();
    const [one, other] = [sessions.begin('a-token-of-ann-s')!, sessions.begin('a-token-of-bob-s')!];
    expect(sessions.begin('another-token')).toBeUndefined();
    expect([await sessions.nameOf(one), await sessions.nameOf(other), await sessions.nameOf('none')]).toEqual([
      'ann',
      'bob',
      undefined,
    ]);
    await sessions.end(other);
    expect(await sessions.nameOf(other)).toBeUndefined();
    now += 12 * 3_600_000;
    expect(await sessions.nameOf(one)).toBeUndefined();
  });

  it('is known to every process with the same keys, and ended in each within five seconds', async () => {
    const [here, there] = [process(), process()];
    const id = here.begin('a-token-of-ann-s')!;
    expect(await there.nameOf(id)).toBe('ann');
    await here.end(id);
    expect(await here.nameOf(id)).toBeUndefined();
    now += 5000;
    expect(await there.nameOf(id)).toBeUndefined();
  });

  it('is none any more where its token is no longer known, or another one has its name', async () => {
    const id = process().begin('a-token-of-ann-s')!;
    expect(await process(tokens.slice(1)).nameOf(id)).toBeUndefined();
    expect(await process([{ name: 'ann', token: 'a-newer-one-of-ann-s' }]).nameOf(id)).toBeUndefined();
  });

  it('cannot be made up, lengthened, or given to another', async () => {
    const sessions = process();
    const [nonce, until, name, signature] = sessions.begin('a-token-of-ann-s')!.split('.');
    const later = (Number.parseInt(until!, 36) + 1).toString(36);
    const bob = Buffer.from('bob').toString('base64url');
    for (const id of [
      [nonce, later, name, signature],
      [nonce, until, bob, signature],
      [nonce, until, name, 'A'.repeat(43)],
      [nonce, until, name],
      [nonce, until, name, signature, signature],
    ])
      expect(await sessions.nameOf(id.join('.'))).toBeUndefined();
  });
});
