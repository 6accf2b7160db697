import type pg from 'pg';

/** `default` is what makes a value where none is given, as SQL says it. */
export type Column = { name: string; type: string; nullable: boolean; default: string | null };
export type Table = { name: string; columns: Column[]; constraints: string[]; indexes: string[]; triggers: string[] };
export type Schema = {
  tables: Table[];
  views: { name: string; definition: string }[];
  types: string[];
  functions: string[];
};

const notOurs = `schema_migrations`;

/** Reads what the migrations have made of the schema `public`, in a fixed order. */
export async function introspect(client: pg.Client): Promise<Schema> {
  const names = await list(
    client,
    `select relname as text from pg_class where relnamespace = 'public'::regnamespace
    and relkind in ('r', 'p') and not relispartition and relname <> '${notOurs}' order by 1`,
  );
  const tables: Table[] = [];
  for (const name of names) tables.push(await readTable(client, name));
  const views = await client.query(
    `select viewname as name, definition from pg_views where schemaname = 'public' order by 1`,
  );
  const functions = await list(
    client,
    `select pg_get_functiondef(p.oid) as text from pg_proc p
    where pronamespace = 'public'::regnamespace and not exists
      (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by proname`,
  );
  const types = await list(
    client,
    `select 'create type ' || relname || ' as (' || string_agg(attname || ' ' || format_type(atttypid, atttypmod), ', ' order by attnum) || ')' as text
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where relnamespace = 'public'::regnamespace and relkind = 'c' and not attisdropped group by relname order by relname`,
  );
  return { tables, views: views.rows, types, functions };
}

async function readTable(client: pg.Client, name: string): Promise<Table> {
  const columns = await client.query(
    `select attname as name, format_type(atttypid, atttypmod) as type, not attnotnull as nullable,
       case when attgenerated <> '' then 'generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
         when attidentity <> '' then 'generated always as identity'
         else 'default ' || pg_get_expr(d.adbin, d.adrelid) end as default
     from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [name],
  );
  const of = (query: string) => list(client, query, [name]);
  return {
    name,
    columns: columns.rows,
    constraints: await of(`select 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) as text
      from pg_constraint where conrelid = $1::regclass and contype <> 'n' order by contype desc, conname`),
    indexes: await of(`select pg_get_indexdef(indexrelid) as text from pg_index i where indrelid = $1::regclass
      and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid) order by 1`),
    triggers: await of(`select pg_get_triggerdef(oid) as text from pg_trigger
      where tgrelid = $1::regclass and not tgisinternal order by 1`),
  };
}

async function list(client: pg.Client, query: string, values: unknown[] = []): Promise<string[]> {
  return (await client.query(query, values)).rows.map((row) => row.text);
}
