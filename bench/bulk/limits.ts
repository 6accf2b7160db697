import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** A registration ID compared, the unit's secret, the key's tag: what the scheme asks of every pair. */
const hmacsPerKey = 3;
const tables = ['identifiers', 'registration_key_bindings', 'registration_key_issues', 'installation_texts'] as const;
const ofImport: Record<(typeof tables)[number], string> = {
  identifiers: `select i.* from identifiers i where id in (select identifier_id from registration_key_bindings b
    join registration_key_issues r on r.site_id = b.site_id and r.binding_id = b.id where r.import_id = $1)`,
  registration_key_bindings: `select b.* from registration_key_bindings b
    join registration_key_issues r on r.site_id = b.site_id and r.binding_id = b.id where r.import_id = $1`,
  registration_key_issues: 'select * from registration_key_issues where import_id = $1',
  installation_texts: `select t.* from installation_texts t where t.identifier_id in (select identifier_id from registration_key_bindings b
    join registration_key_issues r on r.site_id = b.site_id and r.binding_id = b.id where r.import_id = $1)`,
};

/** Seconds for the keyed hashes of so many pairs, with keys and texts as long as the real ones, and nothing else. */
export function bareHmacSeconds(rows: number): number {
  const key = createSecretKey(randomBytes(32));
  const text = randomBytes(48);
  const started = performance.now();
  let bytes = 0;
  for (let at = 0; at < rows * hmacsPerKey; at += 1) bytes += createHmac('sha256', key).update(text).digest().length;
  if (bytes !== rows * hmacsPerKey * 32) throw new Error('a hash is missing');
  return (performance.now() - started) / 1000;
}

export type BareTables = { copySeconds(importId: string, rows: number): Promise<number>; close(): Promise<void> };

/** Tables as the real ones, with the same primary, unique and foreign keys, and nobody's rules. */
export async function openBareTables(ownerUrl: string): Promise<BareTables> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query('create schema bare');
  for (const table of tables) await client.query(`create table bare.${table} (like ${table} including all)`);
  const { rows: keys } = await client.query<{ name: string; definition: string; table: string }>(
    `select conname as name, pg_get_constraintdef(oid) as definition, conrelid::regclass::text as table
     from pg_constraint where contype = 'f' and conrelid = any($1::regclass[])`,
    [tables],
  );
  for (const { name, definition, table } of keys) {
    const within = tables.reduce(
      (text, one) => text.replace(`REFERENCES ${one}(`, `REFERENCES bare.${one}(`),
      definition,
    );
    await client.query(`alter table bare.${table} add constraint ${name} ${within}`);
  }
  return {
    copySeconds: async (importId, rows) => {
      const texts: Buffer[] = [];
      for (const table of tables) texts.push(await copyOut(client, ofImport[table].replace('$1', `'${importId}'`)));
      const started = performance.now();
      await client.query('begin');
      for (const [at, table] of tables.entries())
        await pipeline(Readable.from([texts[at]]), client.query(copyFrom(`copy bare.${table} from stdin`)));
      await client.query('commit');
      const seconds = (performance.now() - started) / 1000;
      const { rows: counted } = await client.query('select count(*)::int as count from bare.registration_key_bindings');
      if (counted[0].count === 0 || counted[0].count % rows !== 0) throw new Error('not the same rows were copied');
      return seconds;
    },
    close: () => client.end(),
  };
}

async function copyOut(client: pg.Client, query: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of client.query(copyTo(`copy (${query}) to stdout`))) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
