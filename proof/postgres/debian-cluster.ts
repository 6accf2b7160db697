import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseUser } from '../../server/kernel/embedded-postgres/os-user.ts';
import { freePort, until } from '../kit/child-server.ts';

const binaries = '/usr/lib/postgresql/15/bin';
const startsWithinMs = 30_000;

export type DebianCluster = {
  /** The address of a database as a role, by its password. */
  url: (role: string, database: string) => string;
  /** What psql prints as this role, without headings. */
  psql: (role: string, database: string, statement: string) => string;
  /** As `psql`, for what must fail: the first line of what it says about it. */
  psqlRefused: (role: string, database: string, statement: string) => string;
  /** Stops it without letting it write anything out, and starts it again. */
  crash: () => Promise<void>;
  stop: () => Promise<void>;
};

/** PostgreSQL of the distribution, on a cluster of its own in `folder`, reached by TCP and password as others run it. */
export async function startDebianCluster(folder: string, superuserPassword: string): Promise<DebianCluster> {
  const user = databaseUser();
  const asOsUser = { cwd: '/', ...(user && { uid: user.uid, gid: user.gid }) };
  const data = join(folder, 'cluster');
  const passwordFile = join(folder, 'password');
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
  for (const path of [data, passwordFile]) if (user) chownSync(path, user.uid, user.gid);
  const options = ['-D', data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  execFileSync(join(binaries, 'initdb'), [...options, '--encoding=UTF8', '--locale=C.UTF-8'], {
    ...asOsUser,
    stdio: 'ignore',
  });
  const port = await freePort();

  let postmaster: ChildProcess | null = null;
  const start = async () => {
    const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', `port=${port}`, '-c', `unix_socket_directories=`];
    postmaster = spawn(join(binaries, 'postgres'), ['-D', data, ...settings], { ...asOsUser, stdio: 'ignore' });
    const isReady = () =>
      spawnSync(join(binaries, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]).status === 0;
    await until('PostgreSQL starts', isReady, startsWithinMs);
  };
  const end = async (signal: 'SIGINT' | 'SIGQUIT') => {
    const stopping = postmaster;
    postmaster = null;
    if (!stopping || stopping.exitCode !== null) return;
    const gone = new Promise((resolve) => stopping.once('exit', resolve));
    stopping.kill(signal);
    await gone;
  };
  process.prependOnceListener('exit', () => postmaster?.kill('SIGQUIT'));

  const passwords = new Map([['postgres', superuserPassword]]);
  const url = (role: string, database: string) =>
    `postgres://${role}:${passwords.get(role) ?? `${role}-password`}@127.0.0.1:${port}/${database}`;
  const run = (role: string, database: string, statement: string) =>
    spawnSync('psql', ['-X', '-At', '-v', 'ON_ERROR_STOP=1', '-c', statement, url(role, database)], {
      encoding: 'utf8',
    });
  await start();
  return {
    url,
    psql: (role, database, statement) => {
      const { status, stdout, stderr } = run(role, database, statement);
      if (status !== 0) throw new Error(`psql as ${role}: ${stderr}`);
      return stdout.trim();
    },
    psqlRefused: (role, database, statement) => {
      const { status, stderr } = run(role, database, statement);
      if (status === 0) throw new Error(`psql as ${role} should have been refused: ${statement}`);
      return stderr.split('\n')[0] ?? '';
    },
    crash: async () => {
      await end('SIGQUIT');
      await start();
    },
    stop: () => end('SIGINT'),
  };
}
