import { relative } from 'node:path';
import fc from 'fast-check';

/** The test that is running. */
export interface RunningTest {
  readonly path: string;
  readonly title: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * How properties are run: from `MIM_SETUP_TEST_SEED`, and on the way `MIM_SETUP_TEST_PATH`, where they are set; else from
 * another seed each time. One that fails says how to run it again.
 */
export function propertySettings(environment: Environment, running: () => RunningTest): fc.GlobalParameters {
  const seed = environment['MIM_SETUP_TEST_SEED'];
  const path = environment['MIM_SETUP_TEST_PATH'];
  return {
    ...(seed && { seed: Number(seed) }),
    // The library's types leave it out, for it fits one property alone; so does the line that names it.
    ...(path && { path }),
    numRuns: runs(100, environment),
    reporter: (details: fc.RunDetails<unknown>) => {
      if (!details.failed) return;
      const again = howToHaveAgain(details, running());
      throw new Error(`${fc.defaultReportMessage(details)}\n\nHave it again:\n  ${again}\n`, { cause: details.errorInstance });
    },
  };
}

/** So many runs of a property, or the multiple of them that `MIM_SETUP_TEST_RUNS` asks for. */
export function runs(usual: number, environment: Environment = process.env): number {
  return Math.ceil(usual * Number(environment['MIM_SETUP_TEST_RUNS'] ?? 1));
}

/** A line for the shell. */
export function howToHaveAgain(
  { seed, counterexamplePath }: Pick<fc.RunDetails<unknown>, 'seed' | 'counterexamplePath'>,
  { path, title }: RunningTest,
): string {
  const way = counterexamplePath === null ? '' : ` MIM_SETUP_TEST_PATH=${counterexamplePath}`;
  const name = title.split(' > ').map(asPattern).join('.*');
  return `MIM_SETUP_TEST_SEED=${seed}${way} npx vitest run ${relative('', path)} -t '${name}'`;
}

/** What is no letter or digit means something to the shell, or to the pattern of a name. */
function asPattern(text: string): string {
  return text.replace(/[^\p{L}\p{N} ]/gu, '.');
}
