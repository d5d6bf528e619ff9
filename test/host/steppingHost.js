import { keepCompiled } from '../../server/service/compiled.js';

/* `steppingHost.ts`, as it was compiled before: it is started hundreds of times. */
keepCompiled();
await import('./steppingHost.ts');
