import { createSecretKey, randomBytes, scrypt, type KeyObject } from 'node:crypto';
import { chmod, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { seal, unseal } from '../../kernel/seal.ts';

/** The files of master secrets, sealed with a passphrase. */
export type KeyBox = { salt: string; sealed: Record<string, string> };

/** The passphrase is not the one the secrets were packed with. */
export class WrongPassphrase extends Error {
  override name = 'WrongPassphrase';
}

const keyFile = /^[a-z0-9][a-z0-9._-]{0,127}\.key$/;
const saltBytes = 16;
const keyBytes = 32;
/** 64 MiB and some 200 ms for each guess. */
const cost = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 };
const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

async function keyOf(passphrase: string, salt: Buffer): Promise<KeyObject> {
  return createSecretKey(await derive(passphrase, salt, keyBytes, cost));
}

const purposeOf = (name: string) => `backup of ${name}`;

export async function boxKeys(folder: string, passphrase: string): Promise<KeyBox> {
  const salt = randomBytes(saltBytes);
  const key = await keyOf(passphrase, salt);
  const sealed: Record<string, string> = {};
  for (const name of (await readdir(folder)).filter((one) => keyFile.test(one)).toSorted())
    sealed[name] = seal(key, purposeOf(name), await readFile(join(folder, name))).toString('base64');
  return { salt: salt.toString('base64'), sealed };
}

/** The secrets by the names of their files. Throws `WrongPassphrase`. */
export async function unboxKeys({ salt, sealed }: KeyBox, passphrase: string): Promise<Map<string, Buffer>> {
  const key = await keyOf(passphrase, Buffer.from(salt, 'base64'));
  const opened = new Map<string, Buffer>();
  for (const [name, text] of Object.entries(sealed)) {
    if (!keyFile.test(name)) throw new WrongPassphrase(`"${name}" is no name of a master secret`);
    try {
      opened.set(name, unseal(key, purposeOf(name), Buffer.from(text, 'base64')));
    } catch {
      throw new WrongPassphrase('the passphrase does not open the master secrets of this backup');
    }
  }
  return opened;
}

/**
 * Puts secrets into the folder where they are missing. One that is there must be the same. Gives how to take back what was written, for
 * when the rest does not succeed.
 */
export async function layKeys(folder: string, keys: ReadonlyMap<string, Buffer>): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const found = new Map<string, Buffer | null>();
  for (const name of keys.keys()) found.set(name, await readFile(join(folder, name)).catch(() => null));
  const others = [...keys].filter(([name, bytes]) => found.get(name) && !found.get(name)?.equals(bytes));
  if (others.length > 0)
    throw new Error(
      `${folder} holds other master secrets than the backup (${others.map(([name]) => name).join(', ')}); move them away first`,
    );
  const written: string[] = [];
  const takeBack = async () => {
    for (const path of written) await rm(path, { force: true });
  };
  try {
    for (const [name, bytes] of keys) {
      if (found.get(name)) continue;
      const path = join(folder, name);
      const file = await open(path, 'wx', 0o600);
      written.push(path);
      await file.writeFile(bytes);
      await file.sync();
      await file.close();
    }
  } catch (error) {
    await takeBack();
    throw error;
  }
  return takeBack;
}
