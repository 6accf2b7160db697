import { createSecretKey, randomBytes, randomUUID, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from './sync-folder.ts';

const masterBytes = 32;
// The longest is a site's ID, a master's name and a model, with dots between them.
const keyName = /^[a-z0-9][a-z0-9._-]{0,127}$/;

/** Where master secrets live. Callers get key objects, which do not print, log or serialise their bytes. */
export type KeyProvider = {
  /**
   * The key of that name, made when it does not exist yet and `create` is set. Throws `KeyUnavailable` where there is none or the
   * provider does not answer; a request that meets this is answered 503.
   */
  key(name: string, create: boolean): Promise<KeyObject>;
};

export class KeyUnavailable extends Error {}

/** One file for each key, readable by the server's user alone. */
export function fileKeyProvider(folder: string): KeyProvider {
  return {
    async key(name, create) {
      if (!keyName.test(name)) throw new Error(`"${name}" cannot be the name of a key`);
      const path = join(folder, `${name}.key`);
      const bytes = readOrNothing(path) ?? (create ? await make(folder, path) : undefined);
      if (!bytes)
        throw new KeyUnavailable(`the master secret "${name}" is missing at ${path}; restore it from your backup`);
      if (bytes.length !== masterBytes)
        throw new KeyUnavailable(`${path} should hold ${masterBytes} bytes but holds ${bytes.length}`);
      return createSecretKey(bytes);
    },
  };
}

function readOrNothing(path: string): Buffer | undefined {
  try {
    // Some bytes, asked for by each request that makes a key: a thread takes ten times as long to be handed the work as to do it.
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new KeyUnavailable(`${path} cannot be read`, { cause: error });
  }
}

/** Written beside, synced, then linked into place: a crash leaves a whole key or none, and of two nodes one wins. */
async function make(folder: string, path: string): Promise<Buffer> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const beside = `${path}.${randomUUID()}.new`;
  const bytes = randomBytes(masterBytes);
  const file = await open(beside, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(beside, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await unlink(beside);
  }
  await syncFolder(folder);
  return readFile(path);
}
