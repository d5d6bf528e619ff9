import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { keepCompiled, keepCompiledNow } from './service/compiled.js';

keepCompiled();
// What is imported from here on is taken as it was compiled before.
const { calledAs } = await import('./service/calledAs.ts');
const { isUserError } = await import('./service/isUserError.ts');
const { serve } = await import('./service/serve.ts');

/** Its main file, by which it is called. */
const commandLine = fileURLToPath(new URL('./cli/main.ts', import.meta.url));
const text = { type: 'string' } as const;

try {
  const { values } = parseArgs({ options: { host: text, port: text, data: text, config: text, inspect: { type: 'boolean' } } });
  const serving = await serve(process.env, values, calledAs(commandLine, process));
  process.stdout.write(serving.greeting);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void serving.close().then(() => process.exit(0)));
  }
  keepCompiledNow();
} catch (error) {
  if (!isUserError(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
