import { defineConfig } from 'vitest/config';
import { quickFirst } from './quickFirst.ts';

/** The suites that take a second and more. */
const slow = /http\/(events|idempotency|installations|stream)|host\/(firstRelease|followedOn|sharedDatabase)|roundTrip/;

/**
 * The suites that hold the host to what it promises, within the test's own process: a fault that is planted is there, and not in
 * the processes that it starts.
 */
export default defineConfig({
  test: {
    include: [
      'test/host/{cutOffWalks,installations,onePassage,firstRelease,chartVersion,followedOn,sharedDatabase}.test.ts',
      'test/host/{assignment,callProgress,clientEvents,deleteEnded,eventsTaken,findingsInWords,installationNews,knownContext,loadedInstallation}.test.ts',
      'test/host/{packageSettlements,sealedJournal,secrets,serviceCalls,settleEvent,stepNews,steps,takeUp,toStep,tracing,transition,turns}.test.ts',
      'test/http/{events,idempotency,installations,settling,stream}.test.ts',
      'test/chart/chartMigration.test.ts',
      'test/answers/roundTrip.test.ts',
    ],
    setupFiles: ['test/properties/setup.ts'],
    isolate: false,
    sequence: { sequencer: quickFirst(slow) },
    testTimeout: 20_000,
  },
});
