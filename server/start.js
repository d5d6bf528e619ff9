import { keepCompiled } from './service/compiled.js';

/*
 * `main.ts`, as `npm start` starts it: as it was compiled before, from the first file on. Where the first file has types, Node loads
 * for it what leaves them out, and that holds 17 MiB for as long as the service runs.
 */
keepCompiled();
await import('./main.ts');
