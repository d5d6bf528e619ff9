import { defineConfig } from 'vite';
import { noncePlaceholder } from '../http/routes/webNonce.ts';

/** The built files are small and whole: one script, one style sheet, and what is loaded only when somebody looks at it. */
export default defineConfig({
  root: import.meta.dirname,
  html: { cspNonce: noncePlaceholder },
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2023', modulePreload: { polyfill: false }, reportCompressedSize: false },
  logLevel: 'error',
});
