// Adds up what the test runs themselves have reported, and says it on a line of its own.
import { existsSync, readFileSync } from 'node:fs';

const files = process.argv.slice(2);
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const file of files) {
  if (!existsSync(file)) {
    console.log(`${file} was not written: that run did not come to its end.`);
    sum.failed += 1;
    continue;
  }
  const run = JSON.parse(readFileSync(file, 'utf8'));
  sum.passed += run.numPassedTests;
  // A file that could not be loaded has no tests to fail.
  sum.failed +=
    run.numFailedTests +
    run.testResults.filter((one) => one.status === 'failed' && one.assertionResults.every((test) => test.status !== 'failed'))
      .length;
  sum.skipped += run.numPendingTests + (run.numTodoTests ?? 0);
}
console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
