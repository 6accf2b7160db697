import { open } from 'node:fs/promises';

/** A new or renamed file is there after a crash only once its folder was written too. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
