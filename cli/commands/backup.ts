import { join, resolve } from 'node:path';
import { onePath } from '../arguments.ts';
import type { Command } from '../command.ts';
import { configOrFail } from '../config.ts';
import { withDatabase } from '../database.ts';

export const command: Command = {
  name: 'backup',
  summary: 'Write everything into one file, also while the server runs',
  usage: 'FILE',
  run: async (args) => {
    const path = resolve(onePath(args));
    const config = configOrFail();
    const { dataDir, sitesDir, backupPassphrase: passphrase } = config;
    const keysDir = join(dataDir, 'keys');
    const { markBackup } = await import('../../server/operations/backup/journal.ts');
    const { journalFolder } = await import('../../server/kernel/journal.ts');
    const { backUp } = await import('../../server/operations/backup/back-up.ts');
    const { header, end, bytes } = await withDatabase(config, ({ ownerUrl }) =>
      backUp({ databaseUrl: ownerUrl, keysDir, sitesDir, passphrase }, path),
    );
    await markBackup(join(dataDir, journalFolder), header);
    const rows = Object.values(end.rows).reduce((sum, count) => sum + count, 0);
    console.log(
      `${path}: ${rows} rows of ${header.tables.length} tables and ${end.files} files of sites as of ${header.takenAt}, ${bytes} bytes`,
    );
    console.log(
      header.keys
        ? `The master secrets are in it (${Object.keys(header.keys.sealed).length}), sealed with ENGAWA_BACKUP_PASSPHRASE; keep that elsewhere.`
        : `The master secrets are NOT in it: keep ${keysDir} elsewhere (${header.keyMasters.map(({ name }) => name).join(', ')}), or set ENGAWA_BACKUP_PASSPHRASE.`,
    );
    return 0;
  },
};
