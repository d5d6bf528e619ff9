import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { propertySettings, runs } from './settings.ts';

const running = () => ({ path: `${process.cwd()}/test/some.test.ts`, title: 'A number > isn’t (large)' });
const small = fc.property(fc.nat(), (number) => number < 1000);

describe('A property that fails', () => {
  test('says how to run it again', () => {
    expect(failure({}).message).toMatch(
      /Counterexample: \[1000\][\s\S]*\n {2}MIM_SETUP_TEST_SEED=-?\d+ MIM_SETUP_TEST_PATH=[\d:]+ npx vitest run test\/some\.test\.ts -t 'A number\.\*isn\.t \.large\.'\n$/,
    );
  });

  test('fails in the same way, at once, from what it said', () => {
    const { message } = failure({});
    const said = Object.fromEntries([...message.matchAll(/(MIM_SETUP_TEST_\w+)=(\S+)/g)].map(([, name, value]) => [name, value]));
    expect(failure(said).message).toMatch(/after 1 tests[\s\S]*Counterexample: \[1000\]\nShrunk 0 time/);
    expect(Object.keys(said)).toEqual(['MIM_SETUP_TEST_SEED', 'MIM_SETUP_TEST_PATH']);
  });

  test('tells its own error as the cause', () => {
    const cause = new Error('It is large.');
    const settings = propertySettings({}, running) as fc.Parameters<unknown>;
    const asserted = () =>
      fc.assert(
        fc.property(fc.constant(1), () => {
          throw cause;
        }),
        settings,
      );
    expect(asserted).toThrow(expect.objectContaining({ cause }));
  });
});

describe('The number of runs', () => {
  test('is as usual, or the multiple that is asked for', () => {
    expect(runs(25, {})).toBe(25);
    expect(runs(25, { MIM_SETUP_TEST_RUNS: '10' })).toBe(250);
    expect(runs(25, { MIM_SETUP_TEST_RUNS: '0.1' })).toBe(3);
    expect(propertySettings({ MIM_SETUP_TEST_RUNS: '2' }, running).numRuns).toBe(200);
  });
});

test('Every suite runs its properties so', () => {
  expect(() => fc.assert(small)).toThrow(
    /npx vitest run test\/properties\/settings\.test\.ts -t 'Every suite runs its properties so'/,
  );
});

function failure(environment: Readonly<Record<string, string>>): Error {
  try {
    fc.assert(small, propertySettings(environment, running) as fc.Parameters<[number]>);
  } catch (error) {
    return error as Error;
  }
  throw new Error('The property holds.');
}
