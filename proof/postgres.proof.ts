import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Experiment, Figures } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { startMailServer, type TestMailServer } from '../tools/test/smtp.ts';
import { childServer, until } from './kit/child-server.ts';
import { walkThinPath } from './kit/thin-path.ts';
import { startDebianCluster, type DebianCluster } from './postgres/debian-cluster.ts';

const warning = 'DATABASE_URL owns the tables';
const readyAgainWithinMs = 10_000;

export const experiment: Experiment = {
  name: 'postgres',
  summary: 'The thin path on the PostgreSQL of Debian, with two roles and with one',
  debianPackages: ['postgresql-15', 'postgresql-client-15'],
  run: async ({ folder, say }) => {
    await buildWeb(say);
    const mail = await startMailServer();
    const cluster = await startDebianCluster(folder, 'postgres-password');
    try {
      prepareDatabases(cluster);
      say(cluster.psql('postgres', 'postgres', 'select version()'));
      return {
        ...(await withTwoRoles(cluster, mail, folder, say)),
        ...(await withOneRole(cluster, mail, folder, say)),
        ...(await withAnotherName(cluster, folder, say)),
      };
    } finally {
      await cluster.stop();
      await mail.close();
    }
  },
};

/** What an administrator does once, by hand. */
function prepareDatabases({ psql }: DebianCluster): void {
  for (const role of ['engawa_owner', 'engawa_app', 'only_role'])
    psql('postgres', 'postgres', `create role ${role} login password '${role}-password'`);
  psql('postgres', 'postgres', 'create database two_roles owner engawa_owner');
  psql('postgres', 'postgres', 'create database one_role owner only_role');
}

async function withTwoRoles(
  cluster: DebianCluster,
  mail: TestMailServer,
  folder: string,
  say: (line: string) => void,
): Promise<Figures> {
  const app = 'engawa_app';
  const database = 'two_roles';
  const env = {
    DATABASE_URL: cluster.url(app, database),
    DATABASE_OWNER_URL: cluster.url('engawa_owner', database),
  };
  return withServer(mail, join(folder, database), env, async (server, walk) => {
    const { registrationKeys, deviceId } = await walk();
    const rows = cluster.psql(
      app,
      database,
      `select b.activation_key, i.value, b.slot from registration_key_bindings b join identifiers i on i.id = b.identifier_id order by b.slot`,
    );
    say(`psql shows: ${rows.replaceAll('\n', '; ')}`);
    if (rows.split('\n').length !== registrationKeys.length || !rows.includes(deviceId))
      throw new Error(`psql shows other rows: ${rows}`);
    for (const statement of [`update events set what = 'x'`, 'delete from event_seals', 'create table theirs ()'])
      say(`refused to ${app}: ${cluster.psqlRefused(app, database, statement)}`);
    if (server.lastWords().includes(warning)) throw new Error('with two roles there is nothing to warn of');
    const back = performance.now();
    await cluster.crash();
    await until('the server is ready again', () => server.isReady(), readyAgainWithinMs);
    const readyMs = Math.round(performance.now() - back);
    await walk();
    return {
      'keys issued with two roles': registrationKeys.length,
      'ready after PostgreSQL was stopped at once and started, ms': readyMs,
      'sealed events': cluster.psql(app, database, 'select count(*) from event_seals'),
    };
  });
}

async function withOneRole(
  cluster: DebianCluster,
  mail: TestMailServer,
  folder: string,
  say: (line: string) => void,
): Promise<Figures> {
  const database = 'one_role';
  const env = { DATABASE_URL: cluster.url('only_role', database) };
  return withServer(mail, join(folder, database), env, async (server, walk) => {
    const { registrationKeys } = await walk();
    const warned = server
      .lastWords()
      .split('\n')
      .find((line) => line.includes(warning));
    if (!warned) throw new Error(`with one role there is no warning:\n${server.lastWords()}`);
    say(`with one role: ${warned}`);
    say(`refused to the owner: ${cluster.psqlRefused('only_role', database, `update events set what = 'x'`)}`);
    return { 'keys issued with one role': registrationKeys.length };
  });
}

/** Rights are given by name; who takes another one is told so. */
async function withAnotherName(cluster: DebianCluster, folder: string, say: (line: string) => void): Promise<Figures> {
  const dataDir = join(folder, 'another_name');
  await mkdir(dataDir);
  const env = {
    DATABASE_URL: cluster.url('only_role', 'two_roles'),
    DATABASE_OWNER_URL: cluster.url('engawa_owner', 'two_roles'),
  };
  const server = await childServer({ dataDir, env });
  try {
    server.spawn();
    const sentence = await server.ready().then(
      () => '',
      (error: Error) => error.message,
    );
    if (!sentence.includes('engawa_app'))
      throw new Error(`a role of another name is not told what is wrong: ${sentence}`);
    say(sentence.split('\n').at(-1) ?? '');
    return {};
  } finally {
    await server.destroy();
  }
}

type Server = Awaited<ReturnType<typeof childServer>>;
type Walk = () => ReturnType<typeof walkThinPath>;

async function withServer(
  mail: TestMailServer,
  dataDir: string,
  database: Record<string, string>,
  use: (server: Server, walk: Walk) => Promise<Figures>,
): Promise<Figures> {
  await mkdir(dataDir);
  const env = { ...database, ENGAWA_SMTP_URL: mail.url };
  const server = await childServer({ dataDir, env });
  try {
    server.spawn();
    await server.ready();
    const address = { ENGAWA_DATA_DIR: dataDir, ENGAWA_PUBLIC_URL: server.url };
    const figures = await use(server, () => walkThinPath({ url: server.url, mail, env: { ...env, ...address } }));
    const code = await server.stop();
    if (code !== 0) throw new Error(`the server ended with ${code}:\n${server.lastWords()}`);
    return figures;
  } finally {
    await server.destroy();
  }
}
