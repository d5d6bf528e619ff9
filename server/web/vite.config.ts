import { defineConfig } from 'vite';
import { noncePlaceholder } from '../http/routes/webNonce.ts';

/** The built files are few and whole: what every page needs, one style sheet, and what is loaded only when somebody looks at it. */
export default defineConfig({
  root: import.meta.dirname,
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
