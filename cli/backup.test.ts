import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rowsOf } from '../proof/backup/rows.ts';
import { childServer } from '../proof/kit/child-server.ts';
import { findRunningDatabase } from '../server/kernel/embedded-postgres/borrow.ts';

test('P-27 one command backs a running server up, one restores it on an empty machine; no file that is broken, no folder at work', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'engawa-backup-'));
  const [first, second] = [join(folder, 'first'), join(folder, 'second')];
  const engawa = (dataDir: string, ...args: string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], {
      env: {
        PATH: process.env['PATH'],
        ENGAWA_DATA_DIR: dataDir,
        ENGAWA_BACKUP_PASSPHRASE: 'sixteen letters and more',
      },
      encoding: 'utf8',
    });
  const file = join(folder, 'engawa.backup');
  // The database's OS user has to pass through.
  await chmod(folder, 0o711);
  for (const dataDir of [first, second]) await mkdir(dataDir);
  const server = await childServer({ dataDir: first });
  try {
    server.spawn();
    await server.ready();
    const well = engawa(first, 'doctor');
    expect(well.stdout).toContain('WARNING mail: ENGAWA_SMTP_URL is not set');
    expect(well).toMatchObject({ status: 0, stdout: expect.stringMatching(/\n0 faults, [12] warnings\n$/) });
    const done = engawa(first, 'backup', file);
    expect(done).toMatchObject({ status: 0, stderr: '' });
    expect(done.stdout).toMatch(/: [1-9]\d* rows of \d{3} tables and \d+ files of sites as of 20/);
    expect(done.stdout).toContain('The master secrets are in it');
    expect(engawa(first, 'backup', file)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('there already'),
    });
    const rows = await rowsOf(findRunningDatabase(first)?.ownerUrl ?? '');
    expect(engawa(first, 'restore', file)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('is running on the data folder'),
    });

    const without = engawa(second, 'restore', file);
    expect(without).toMatchObject({ status: 1, stderr: expect.stringContaining('--journal-lost') });
    const restored = engawa(second, 'restore', file, '--journal', join(first, 'journal'));
    expect(restored).toMatchObject({ status: 0, stderr: '' });
    expect(restored.stdout).not.toContain('Before you start');
    const other = await childServer({ dataDir: second });
    other.spawn();
    try {
      await other.ready();
      const { sites, key_masters: keys } = await rowsOf(findRunningDatabase(second)?.ownerUrl ?? '');
      expect({ sites, keys }).toEqual({ sites: rows['sites'], keys: rows['key_masters'] });
    } finally {
      await other.stop();
      await other.destroy();
    }
    const filled = engawa(second, 'restore', file, '--journal', join(first, 'journal'));
    expect(filled).toMatchObject({ status: 1, stderr: expect.stringContaining('--replace') });
    expect(engawa(second, 'held', '--site', 'conference')).toMatchObject({
      status: 0,
      stdout: '0 devices and 0 activation keys are held\n',
    });

    await truncate(file, 1_000);
    expect(engawa(second, 'restore', file, '--replace')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('cannot be used'),
    });
  } finally {
    await server.stop();
    await server.destroy();
    await rm(folder, { recursive: true, force: true });
  }
});
