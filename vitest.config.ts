import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/long/**', 'node_modules/**'],
    testTimeout: 30_000,
    // Machines are shared and noisy: what fails twice in a row fails.
    retry: 1,
    hookTimeout: 60_000,
  },
});
