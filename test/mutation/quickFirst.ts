import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Runs the suites whose path is like `slow` last: a planted fault is noticed by the first test that fails. */
export function quickFirst(slow: RegExp): typeof BaseSequencer {
  return class extends BaseSequencer {
    override async sort(suites: TestSpecification[]): Promise<TestSpecification[]> {
      return suites.toSorted((a, b) => Number(slow.test(a.moduleId)) - Number(slow.test(b.moduleId)));
    }
  };
}
