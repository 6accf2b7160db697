import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** A process that does `script` with `error` at hand, which carries what an error of the database does. */
function run(script: string) {
  const whole = `
    const { createLog, endWithLastWords } = await import(${JSON.stringify(import.meta.resolve('./log.ts'))});
    const error = Object.assign(new Error('it broke'), { code: '57P01', detail: 'CANARY-ROW', client: { values: ['CANARY-VALUE'] } });
    ${script}`;
  const { stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', whole], { encoding: 'utf8' });
  expect(stderr).not.toContain('CANARY');
  return { status, line: JSON.parse(stderr) as { msg: string; err: Record<string, unknown> } };
}

test('P-27 of an error the log has its message, code and stack, and nothing of what hangs on it', () => {
  const { line } = run(`createLog('info').error({ err: error }, 'a request failed');`);
  expect(line).toMatchObject({ msg: 'a request failed', err: { type: 'Error', message: 'it broke', code: '57P01' } });
  expect(line.err['stack']).toContain('it broke');
});

test.each([
  ['is thrown', 'setTimeout(() => { throw error; });'],
  ['is a promise that nobody waits for', 'void Promise.reject(error);'],
])('P-27 an error that nobody catches and that %s ends the process with one line of the log', (_, happens) => {
  const { line, status } = run(`endWithLastWords(createLog('info')); ${happens} setTimeout(() => {}, 60_000);`);
  expect(line).toMatchObject({ msg: 'nobody caught an error; this server ends', err: { message: 'it broke' } });
  expect(status).toBe(1);
});
