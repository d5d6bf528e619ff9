import { defineConfig } from 'vitest/config';
import { quickFirst } from './quickFirst.ts';

/** The suites that take a second and more. */
const slow = /plan\/(plan|expectedSets|settlements|outline)|answers\/(answersText|examples)|chart\/(changing|fields)|comparePlan/;

/**
 * The suites that hold `machines/` to what it promises, without those that walk everywhere and take minutes: a mutant is tried
 * against every suite that comes by it.
 */
export default defineConfig({
  test: {
    include: [
      'test/chart/**/*.test.ts',
      'test/answers/{answersText,examples,findings,formSchema,judgeAnswers,pageSchema,sameAs,secretFields}.test.ts',
      'test/answers/{appliesWhen,fieldForms,fieldKinds,formFields,frozen,keptSecrets,optionalGroups,proposedAnswers}.test.ts',
      'test/plan/{applicationWays,plan,settlements,expectedSets,batchFile,powershellScript}.test.ts',
      'test/plan/{askedByChange,chosenAnswers,wordedAnswers}.test.ts',
      'test/plan/{candidates,disputedReadings,likeness,missing,notes,openAnswers,outline,packageMatch,settled,settledProperties}.test.ts',
      'test/package/{openAnswers,comparePlan}.test.ts',
      'test/scripts/{expression,pastedScripts,texts}.test.ts',
      'test/secrets/newSecret.test.ts',
      'test/web/form.test.ts',
      'test/entra/accessPolicyScript.test.ts',
      'test/host/chartVersion.test.ts',
    ],
    exclude: ['test/chart/{randomWalks,olderInstallations,pageOrder}.test.ts'],
    setupFiles: ['test/properties/setup.ts'],
    // Most of a run went into loading the same code anew for each file.
    isolate: false,
    sequence: { sequencer: quickFirst(slow) },
    testTimeout: 60_000,
  },
});
