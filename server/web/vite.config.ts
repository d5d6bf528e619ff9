import { join } from 'node:path';
import { defineConfig } from 'vite';
import { noncePlaceholder } from '../http/routes/webNonce.ts';
import { madeInAdvance } from './building/madeInAdvance.ts';
import { namedTokens } from './building/namedTokens.ts';
import { parsedMessages } from './building/parsedMessages.ts';

/** The built files are few and whole: what the first look needs, the rest of the page, and the words of another language. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [namedTokens(), madeInAdvance(/\/src\/fluentThemes\.ts$/), parsedMessages(join(import.meta.dirname, 'src'))],
  html: { cspNonce: noncePlaceholder },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // In one file what the first look and the lazy parts share is compressed better than in many.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] } } },
  },
  logLevel: 'error',
});
