import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongFilesFirst } from './tools/test/long-files-first.ts';
import { SummaryReporter } from './tools/test/summary-reporter.ts';

const journeyTimeoutMs = 240_000;
/** What is waited for comes within moments; on a machine that is busy these are longer than the second that vitest gives. */
const poll = { timeout: 40_000 };
/**
 * What files have in common is loaded once for all of a worker: for a server that takes longer than many of them do with it. A file
 * leaves nothing behind: its servers are closed, its databases dropped, and what the code remembers hangs on the server it is about.
 */
const isolate = false;

export default defineConfig({
  test: {
    reporters: ['default', new SummaryReporter()],
    globalSetup: ['tools/test/database.ts'],
    sequence: { sequencer: LongFilesFirst },
    // With two files for each core kills and mails come later than their tests wait.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{cli,domain,edge,proof,server,tools}/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
          isolate,
          expect: { poll },
          testTimeout: 180_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          // What a page keeps for as long as it is open, such as the `fetch` it was loaded with, is each file's own.
          name: 'web',
          include: ['web/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', 'web/dist/**'],
          expect: { poll },
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['tools/test/prepare-browser.ts'],
          isolate,
          expect: { poll },
          testTimeout: journeyTimeoutMs,
          hookTimeout: journeyTimeoutMs,
        },
      },
    ],
  },
});
