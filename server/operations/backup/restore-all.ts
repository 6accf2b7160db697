import { join } from 'node:path';
import type { Config } from '../../config.ts';
import { fingerprint } from '../../kernel/key-ring.ts';
import { fileKeyProvider } from '../../kernel/key-provider.ts';
import { sameFiles, writeFiles, type FolderFile } from './folder-files.ts';
import { layKeys, unboxKeys } from './key-box.ts';
import type { CheckedBackup } from './read-backup.ts';
import { restore, RestoreRefused, type Restoring } from './restore.ts';

export type Restored = {
  /** Master secrets that the rows need and that are not in `keys/`, or are others there. */
  keysMissing: string[];
  /** Where the backup's site folders were put; null where the ones in use are the same. */
  sitesIn: string | null;
};

type Settings = Pick<Config, 'dataDir' | 'sitesDir' | 'backupPassphrase'>;

/** Restores a checked backup: master secrets, rows, site folders. Whatever fails, nothing is left behind of it. */
export async function restoreAll(
  { dataDir, sitesDir, backupPassphrase }: Settings,
  restoring: Restoring,
): Promise<Restored> {
  const { header, siteFiles } = restoring.backup;
  if (header.keys && !backupPassphrase)
    throw new RestoreRefused(
      'it holds the master secrets; set ENGAWA_BACKUP_PASSPHRASE to the passphrase they were packed with',
    );
  const keysDir = join(dataDir, 'keys');
  const keys = header.keys && backupPassphrase ? await unboxKeys(header.keys, backupPassphrase) : new Map();
  const takeBack = await layKeys(keysDir, keys);
  try {
    await restore(restoring);
  } catch (error) {
    await takeBack();
    throw error;
  }
  return {
    keysMissing: await keysMissing(keysDir, restoring.backup),
    sitesIn: await putSites(siteFiles, sitesDir, join(dataDir, `sites-${header.takenAt.slice(0, 10)}`)),
  };
}

async function keysMissing(keysDir: string, { header }: CheckedBackup): Promise<string[]> {
  const provider = fileKeyProvider(keysDir);
  const missing: string[] = [];
  for (const master of header.keyMasters) {
    const key = await provider.key(master.name, false).catch(() => null);
    if (!key || fingerprint(key) !== master.fingerprint) missing.push(master.name);
  }
  return missing;
}

/** The folders in use are never written over: others are put beside. */
export async function putSites(files: readonly FolderFile[], inUse: string, beside: string): Promise<string | null> {
  const same = await sameFiles(inUse, files);
  if (same) return null;
  const target = same === null ? inUse : beside;
  await writeFiles(target, files);
  return target;
}
