import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('P-25 `audit verify` tells of each site and ends with 1 when the log of the server knows of more', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'engawa-audit-'));
  const engawa = (...args: string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], {
      env: { PATH: process.env['PATH'], ENGAWA_DATA_DIR: dataDir },
      encoding: 'utf8',
    });
  try {
    const whole = engawa('audit', 'verify');
    expect(whole).toMatchObject({ status: 0, stderr: '' });
    expect(whole.stdout).toMatch(/^printer: \d+ events, .*, whole$/m);

    const log = join(dataDir, 'server.log');
    const head = { site: 'printer', position: 1_000, hash: 'a'.repeat(64), msg: 'head of the audit log' };
    await writeFile(log, `{"msg":"listening"}\n${JSON.stringify(head)}\n`);
    const cut = engawa('audit', 'verify', '--log', log);
    expect(cut.status).toBe(1);
    expect(cut.stderr).toMatch(/^printer: position \d+: the end was cut off/m);
    expect(cut.stdout).toMatch(/^printer: .* compared with 1 heads, .*, 1 faults$/m);

    const nowhere = engawa('audit', 'verify', '--log', join(dataDir, 'nowhere.log'));
    expect(nowhere.status).toBe(1);
    expect(nowhere.stderr).toContain('nowhere.log');
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
});
