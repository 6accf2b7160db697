import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { socketUrl } from './connection.ts';
import { findPostmaster } from './postmaster.ts';

/** The embedded database of a server that runs on this data folder, for a command beside it; null when none runs. */
export function findRunningDatabase(dataDir: string): { ownerUrl: string; appUrl: string } | null {
  if (!existsSync(dataDir)) return null;
  const postmaster = findPostmaster(join(realpathSync(dataDir), 'postgres'));
  if (!postmaster) return null;
  return {
    ownerUrl: socketUrl(postmaster.socket, 'engawa_owner', 'engawa'),
    appUrl: socketUrl(postmaster.socket, 'engawa_app', 'engawa'),
  };
}
