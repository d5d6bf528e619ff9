import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/long/**', 'node_modules/**'],
    setupFiles: ['test/properties/setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
