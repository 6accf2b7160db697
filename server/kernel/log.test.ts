import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('P-27 of an error the log has its message, code and stack, and nothing of what hangs on it', () => {
  const script = `
    const { createLog } = await import(${JSON.stringify(import.meta.resolve('./log.ts'))});
    const error = Object.assign(new Error('it broke'), { code: '57P01', detail: 'CANARY-ROW', client: { values: ['CANARY-VALUE'] } });
    createLog('info').error({ err: error }, 'a request failed');`;
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  const line = JSON.parse(stderr) as { msg: string; err: Record<string, unknown> };
  expect(line).toMatchObject({ msg: 'a request failed', err: { type: 'Error', message: 'it broke', code: '57P01' } });
  expect(line.err.stack).toContain('it broke');
  expect(stderr).not.toContain('CANARY');
});
