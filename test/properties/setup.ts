import fc from 'fast-check';
import { expect } from 'vitest';
import { propertySettings } from './settings.ts';

/** Before each suite: every property of it runs, and tells how it failed, in one way. */
fc.configureGlobal(
  propertySettings(process.env, () => {
    const { testPath = '', currentTestName = '' } = expect.getState();
    return { path: testPath, title: currentTestName };
  }),
);
