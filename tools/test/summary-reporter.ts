import { writeSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/**
 * Writes `N passed, N failed, N skipped` alone on the very last line, for readers that are programs. What broke outside a
 * test (a file that does not load, an error nobody caught) counts as failed.
 */
export class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const brokenFiles = modules.filter((module) => module.errors().length > 0).length;
    const failed = count('failed') + brokenFiles + unhandled.length;
    // Tests that never ran because the run was cut short are `pending`.
    const skipped = count('skipped') + count('pending');
    process.once('exit', () => writeSync(1, `${count('passed')} passed, ${failed} failed, ${skipped} skipped\n`));
  }
}
