import { join } from 'node:path';
import { defineConfig } from 'vite';
import { noncePlaceholder } from '../http/routes/webNonce.ts';
import { madeInAdvance } from './building/madeInAdvance.ts';
import { namedTokens } from './building/namedTokens.ts';
import { parsedMessages } from './building/parsedMessages.ts';

/** The built files are few and whole: what every page needs, one style sheet, and what is loaded only when somebody looks at it. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [namedTokens(), madeInAdvance(/\/src\/themes\.ts$/), parsedMessages(join(import.meta.dirname, 'src'))],
  html: { cspNonce: noncePlaceholder },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // In one file what several share is compressed better than in many.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] } } },
  },
  logLevel: 'error',
});
