/**
 * Four projects: `unit` beside the code, on the embedded database; `postgres`, its database tests again on TEST_DATABASE_URL where given;
 * `browser`, the journeys of e2e/; `crash`, the program killed on both kinds of database.
 */
import { defineConfig } from 'vitest/config'

const onPostgres = {
  extends: true as const,
  test: {
    name: 'postgres',
    include: ['src/**/*.{store,actions,doors,api,cli}.test.{ts,tsx}'],
    exclude: ['**/pglite*'],
    sequence: { groupOrder: 1 },
  },
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,demo,boundaries,language}/**/*.test.{ts,tsx}'],
          env: { TEST_DATABASE_URL: '' },
          sequence: { groupOrder: 0 },
        },
      },
      ...(process.env.TEST_DATABASE_URL ? [onPostgres] : []),
      {
        extends: true,
        test: { name: 'crash', include: ['e2e/crash/**/*.test.ts'], hookTimeout: 240_000, sequence: { groupOrder: 3 } },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/county-site.ts'],
          exclude: ['e2e/crash/**'],
          env: { TEST_DATABASE_URL: '' },
          testTimeout: 120_000,
          hookTimeout: 240_000,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
