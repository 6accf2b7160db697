import type pg from 'pg';

/** A table of ours as a backup has it; of a partitioned one the rows of all its parts, and how it is parted. */
export type Table = {
  name: string;
  columns: string[];
  partitioned: boolean;
  parts: { name: string; bounds: string }[];
};
/** The counter behind an identity column. */
export type Sequence = { table: string; column: string; last: string; called: boolean };
export type ForeignKey = { table: string; name: string; definition: string };

/** What the version of the schema is known by; it is compared, not copied. */
export const migrationsTable = 'schema_migrations';

const ofOurs = `n.nspname = 'public' and not exists (
  select 1 from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')`;

/** The tables that hold rows of ours, without parts of others, in the order of their names. */
export async function readTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select c.relname as name, c.relkind = 'p' as partitioned,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select json_agg(json_build_object('name', p.relname, 'bounds', pg_get_expr(p.relpartbound, p.oid)) order by p.relname)
        from pg_inherits i join pg_class p on p.oid = i.inhrelid where i.inhparent = c.oid), '[]') as parts
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and c.relname <> '${migrationsTable}' and ${ofOurs}
    order by c.relname`);
  return rows;
}

export async function readSequences(client: pg.Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(`
    select c.relname as table, a.attname as column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where a.attidentity <> '' and c.relkind in ('r', 'p') and not c.relispartition and ${ofOurs}
    order by 1, 2`);
  const read: Sequence[] = [];
  for (const { table, column, sequence } of rows) {
    const found = await client.query(`select last_value::text as last, is_called as called from ${sequence}`);
    read.push({ table, column, last: found.rows[0].last, called: found.rows[0].called });
  }
  return read;
}

export async function setSequence(client: pg.Client, { table, column, last, called }: Sequence): Promise<void> {
  await client.query('select setval(pg_get_serial_sequence(quote_ident($1), $2)::regclass, $3::bigint, $4)', [
    table,
    column,
    last,
    called,
  ]);
}

/** References between tables; those of parts come with their whole. */
export async function readForeignKeys(client: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and ${ofOurs} order by 1, 2`);
  return rows;
}

/** Drops every table, view, type and function of ours, and nothing that an extension brought. */
export async function dropOurs(client: pg.Client): Promise<void> {
  const relations = await client.query<{ statement: string }>(`
    select format('drop %s if exists public.%I cascade', case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'c' then 'type' else 'table' end, c.relname) as statement
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'c') and not c.relispartition and ${ofOurs} order by c.relkind desc`);
  const functions = await client.query<{ statement: string }>(`
    select format('drop routine if exists %s cascade', p.oid::regprocedure) as statement
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and not exists (
      select 1 from pg_depend e where e.classid = 'pg_proc'::regclass and e.objid = p.oid and e.deptype = 'e')`);
  for (const { statement } of [...relations.rows, ...functions.rows]) await client.query(statement);
}

/** The tables in which there is a row. */
export async function filledTables(client: pg.Client): Promise<string[]> {
  const filled: string[] = [];
  for (const { name } of await readTables(client)) {
    const { rowCount } = await client.query(`select 1 from ${quoted(name)} limit 1`);
    if (rowCount) filled.push(name);
  }
  return filled;
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
