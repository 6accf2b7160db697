import { X509Certificate, createPrivateKey } from 'node:crypto';
import { constants } from 'node:fs';
import { access, readdir, readFile, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { Config } from '../../config.ts';
import { daysMs } from '../../kernel/clock.ts';
import { fileKeyProvider } from '../../kernel/key-provider.ts';
import { fingerprint } from '../../kernel/key-ring.ts';
import { journalFolder } from '../../kernel/journal.ts';
import { fault, ok, reasonOf, warning, type Finding } from './finding.ts';

export const freeBytesMin = 1024 ** 3;
const freeBytesWarned = 5 * 1024 ** 3;
const gigabyte = 1024 ** 3;
const expiryWarnedMs = 14 * daysMs;
const others = 0o077;

export async function examineDisk(dataDir: string, bytesMin = freeBytesMin): Promise<Finding> {
  const { bavail, bsize } = await statfs(dataDir);
  const free = bavail * bsize;
  const found = `${(free / gigabyte).toFixed(1)} GB are free where ${dataDir} is`;
  const cure = 'make room: a database that cannot write stops';
  if (free < bytesMin) return fault('disk', found, cure);
  return free < freeBytesWarned ? warning('disk', found, cure) : ok('disk', found);
}

/** The journal is written before anything is given out. */
export async function examineJournal(dataDir: string): Promise<Finding> {
  const folder = join(dataDir, journalFolder);
  const there = await stat(folder).catch(() => null);
  const writable = await access(there ? folder : dataDir, constants.W_OK | constants.X_OK).then(
    () => !there || there.isDirectory(),
    () => false,
  );
  if (!writable)
    return fault(
      'journal',
      `${folder} cannot be written`,
      "give it to the server's OS user; nothing can be issued meanwhile",
    );
  return ok('journal', there ? `${folder} can be written` : 'it will be made with the first line');
}

/** Who may open the master secrets, by their folder and files. */
export async function examineKeyFiles(dataDir: string): Promise<Finding[]> {
  const folder = join(dataDir, 'keys');
  const names = await readdir(folder).catch(() => null);
  if (!names)
    return [
      warning('keys', `${folder} is not there`, 'it is made at the first start; a restored database needs its old one'),
    ];
  const open: string[] = [];
  for (const path of [folder, ...names.map((name) => join(folder, name))])
    if ((await stat(path)).mode & others) open.push(path);
  if (open.length > 0) return [fault('keys', `others may open ${open.join(', ')}`, 'chmod 700 keys; chmod 600 keys/*')];
  return [ok('keys', `${names.length} files that nobody else may open`)];
}

/** Whether the master secrets are those that the database was used with. */
export async function examineKeys(client: pg.Client, dataDir: string): Promise<Finding[]> {
  const provider = fileKeyProvider(join(dataDir, 'keys'));
  const { rows } = await client.query<{ name: string; fingerprint: string }>(
    'select name, fingerprint from key_masters',
  );
  const wrong: string[] = [];
  for (const { name, fingerprint: known } of rows) {
    const key = await provider.key(name, false).catch(() => null);
    if (!key) wrong.push(`${name} is missing or unreadable`);
    else if (fingerprint(key) !== known) wrong.push(`${name} is another one than the database was used with`);
  }
  if (wrong.length === 0) return [ok('keys', `the ${rows.length} that the database was used with`)];
  return [
    fault(
      'keys',
      wrong.join('; '),
      'put the right files back from where you keep them; the server does not start without',
    ),
  ];
}

export async function examineCertificate({ tlsCert, tlsKey }: Config, now: Date): Promise<Finding[]> {
  if (tlsCert === null || tlsKey === null) return [];
  try {
    const certificate = new X509Certificate(await readFile(tlsCert));
    if (!certificate.checkPrivateKey(createPrivateKey(await readFile(tlsKey))))
      return [fault('certificate', 'ENGAWA_TLS_KEY is not its key', 'name the key it was made with')];
    const until = new Date(certificate.validTo);
    const found = `valid until ${until.toISOString().slice(0, 10)}`;
    if (until < now)
      return [fault('certificate', `it ended on ${until.toISOString().slice(0, 10)}`, 'renew it and restart')];
    return until.getTime() - now.getTime() < expiryWarnedMs
      ? [warning('certificate', found, 'renew it and restart')]
      : [ok('certificate', found)];
  } catch (error) {
    return [
      fault('certificate', `it cannot be read (${reasonOf(error)})`, 'look at ENGAWA_TLS_CERT and ENGAWA_TLS_KEY'),
    ];
  }
}
