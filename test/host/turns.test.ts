import { describe, expect, it } from 'vitest';
import { Turns } from '../../server/host/turns.ts';

describe('Turns', () => {
  it('are taken in the order of asking, one after the other', async () => {
    const turns = new Turns();
    const happened: string[] = [];
    const first = gate();
    const ends = [
      turns.take('a', async () => {
        happened.push('first begins');
        await first.opened;
        happened.push('first ends');
      }),
      turns.take('a', async () => void happened.push('second')),
      turns.take('a', async () => void happened.push('third')),
    ];
    await turns.take('b', async () => void happened.push('of another'));
    expect(happened).toEqual(['first begins', 'of another']);
    first.open();
    await Promise.all(ends);
    expect(happened.slice(2)).toEqual(['first ends', 'second', 'third']);
  });

  it('give what was done in them, and one that fails keeps no other waiting', async () => {
    const turns = new Turns();
    const failing = turns.take('a', () => Promise.reject(new Error('no')));
    const next = turns.take('a', async () => 7);
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe(7);
  });

  it('are over when whoever came meanwhile has had theirs, too', async () => {
    const turns = new Turns();
    const [first, second] = [gate(), gate()];
    let isOver = false;
    const firstTurn = turns.take('a', () => first.opened);
    const idle = turns.idle().then(() => {
      isOver = true;
    });
    const secondTurn = turns.take('a', () => second.opened);
    first.open();
    await firstTurn;
    await new Promise((resolve) => setImmediate(resolve));
    expect(isOver).toBe(false);
    second.open();
    await Promise.all([secondTurn, idle]);
    await turns.idle();
  });
});

function gate(): { readonly opened: Promise<void>; open(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}
