import { expect, it } from 'vitest';
import { Walk } from './chart/walk.ts';
import { Leash } from './leash.ts';

it('A walk that goes round in circles ends, and says where it is', () => {
  const walk = new Walk();
  const circle = () => {
    for (;;) {
      walk.submit({}, 'welcome');
      walk.send({ type: 'back' });
    }
  };
  expect(circle).toThrow(/^The walk has gone 1000 steps and comes to no end\. Now: \{"type":"submit".*\} at welcome$/);
});

it('Walks are counted each by itself', () => {
  const leash = new Leash();
  for (let step = 0; step < 1500; step++) leash.step(step % 2 === 0 ? 'one' : 'other', () => 'here');
  expect(() => {
    for (let step = 0; step < 1500; step++) leash.step('one', () => 'here');
  }).toThrow('one has gone 1000 steps');
});
