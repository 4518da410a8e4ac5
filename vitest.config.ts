import { defineConfig } from 'vitest/config';

/** Tests that start a browser or whole servers go in turn; all others side by side. */
export default defineConfig({
  test: {
    globalSetup: ['test/database-server.ts'],
    setupFiles: ['test/chance.ts'],
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'e2e/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
