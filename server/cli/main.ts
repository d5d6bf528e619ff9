#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
import { keepCompiled } from '../service/compiled.js';

keepCompiled();
// What is imported from here on is taken as it was compiled before.
const { runCommandLine } = await import('./program.ts');
const { calledAs } = await import('../service/calledAs.ts');
const { Left } = await import('./surroundings.ts');

// Other users can read a process's arguments; a token that was given there does not stay.
process.title = 'mim-setup';

const leaving = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (leaving.signal.aborted) process.exit(130);
    leaving.abort(new Left());
  });
}

process.exitCode = await runCommandLine(process.argv.slice(2), {
  environment: process.env,
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  leave: leaving.signal,
  called: calledAs(import.meta.filename, process),
});
