import { setTimeout as sleep } from 'node:timers/promises';
import pg, { type Client } from 'pg';

const pauseMs = 20;

/** A host in the query wins over the one in the address, which is there for readers that insist on one. */
export function socketUrl(socket: string, user: string, database: string): string {
  return `postgres://${user}@localhost/${encodeURIComponent(database)}?host=${encodeURIComponent(socket)}`;
}

/**
 * Connects to a server that may still be starting, recovering or shutting down. Resolves to null when it is gone, for
 * instance because it was on its way out when it was found.
 */
export async function connectWhenReady(
  url: string,
  applicationName: string,
  isAlive: () => boolean,
  waitMs: number,
): Promise<Client | null> {
  const deadline = performance.now() + waitMs;
  for (;;) {
    const client = new pg.Client({ connectionString: url, application_name: applicationName, keepAlive: true });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (!isAlive()) return null;
      if (performance.now() > deadline) throw new Error('PostgreSQL runs but lets nobody in', { cause: error });
      await sleep(pauseMs);
    }
  }
}

/**
 * Roles, extension and database, each made when missing. The database comes last and is a copy of template1, so its
 * being there says that all the rest is, also after a start that was cut short.
 */
export async function makeRolesAndDatabase(client: Client, inTemplate: () => Promise<Client | null>): Promise<void> {
  const { rows } = await client.query("select 1 from pg_database where datname = 'engawa'");
  if (rows.length > 0) return;
  for (const role of ['engawa_owner', 'engawa_app']) {
    const found = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    if (found.rows.length === 0)
      await client.query(`create role ${role} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls`);
  }
  const template = await inTemplate();
  if (!template) throw new Error('PostgreSQL went away while its first database was being made');
  await template.query('create extension if not exists pg_trgm');
  await template.end();
  await client.query('create database engawa owner engawa_owner');
}
