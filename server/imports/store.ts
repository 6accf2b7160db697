import { sql, type Selectable } from 'kysely';
import type { Database, Tx } from '../kernel/database.ts';
import type { Scope } from '../kernel/session.ts';
import type { DB } from '../kernel/tables.generated.ts';

export type ImportState = 'previewed' | 'running' | 'done' | 'refused' | 'failed' | 'cancelled';
type Stored = Omit<Selectable<DB['imports']>, 'counts'> & { counts: unknown };
const sealed = ['sealed_content', 'sealed_rows', 'sealed_result'] as const;
type Sealed = (typeof sealed)[number];
/** What is kept of its rows is some megabytes, and read where it is needed alone. */
export type ImportRecord = Omit<Stored, Sealed> & { hasRows: boolean; hasResult: boolean };
export type Progress = { attempts: number; rowsDone: number };
export type Change = Partial<Omit<Stored, 'site_id' | 'id' | 'organization_id'>>;

const plain = [
  'site_id',
  'id',
  'organization_id',
  'user_id',
  'kind',
  'file_name',
  'result_until',
  'content_hash',
  'encoding',
  'unknown_columns',
  'row_count',
  'fault_count',
  'counts',
  'state',
  'stored_count',
  'fault',
  'created_at',
  'expires_at',
  'confirmed_at',
  'done_at',
] as const;

/** The columns of an `ImportRecord`. */
export function records(db: Database | Tx) {
  return db
    .selectFrom('imports as i')
    .select(plain.map((column) => `i.${column}` as const))
    .select((eb) => [
      eb('i.sealed_rows', 'is not', null).as('hasRows'),
      eb('i.sealed_result', 'is not', null).as('hasResult'),
    ])
    .$narrowType<{ hasRows: boolean; hasResult: boolean }>();
}

/** What is kept of an import's rows, or of what they became. */
export async function findSealed(
  db: Database | Tx,
  { site_id, id }: Pick<ImportRecord, 'site_id' | 'id'>,
  what: 'sealed_rows' | 'sealed_result',
): Promise<Buffer | null> {
  const row = await db
    .selectFrom('imports')
    .select(`${what} as bytes`)
    .where('site_id', '=', site_id)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.bytes ?? null;
}

/** An import of the caller's own organization; with `lock` nobody else changes it meanwhile. */
export async function findImport(
  db: Database | Tx,
  scope: Scope,
  id: string,
  lock = false,
): Promise<ImportRecord | undefined> {
  const query = records(db)
    .where('site_id', '=', scope.siteId)
    .where('organization_id', '=', scope.organizationId)
    .where('id', '=', id);
  return (lock ? query.forNoKeyUpdate() : query).executeTakeFirst();
}

/** As `findImport` with its lock, but undefined where the job that works on it has it. */
export async function findIdleImport(tx: Tx, scope: Scope, id: string): Promise<ImportRecord | undefined> {
  return records(tx)
    .where('site_id', '=', scope.siteId)
    .where('organization_id', '=', scope.organizationId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst();
}

/** Two uploads of the same file by one organization are taken in one after the other. */
export async function lockFile(tx: Tx, scope: Scope, kind: string, hash: string): Promise<void> {
  const name = `import ${scope.siteId} ${scope.organizationId} ${kind} ${hash}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}

/** The import that the same file of this organization is part of: done, under way, or waiting to be confirmed. */
export async function findSameFile(
  tx: Tx,
  scope: Scope,
  kind: string,
  hash: string,
): Promise<ImportRecord | undefined> {
  return records(tx)
    .where('site_id', '=', scope.siteId)
    .where('organization_id', '=', scope.organizationId)
    .where('kind', '=', kind)
    .where('content_hash', '=', hash)
    .where((eb) =>
      eb.or([
        eb('state', 'in', ['done', 'running']),
        eb.and([eb('state', '=', 'previewed'), eb('expires_at', '>', scope.now), eb('user_id', '=', scope.userId)]),
      ]),
    )
    .orderBy(sql`state = 'previewed'`)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function insertImport(tx: Tx, record: Stored): Promise<void> {
  await tx
    .insertInto('imports')
    .values({ ...record, counts: JSON.stringify(record.counts) })
    .execute();
}

export async function changeImport(tx: Tx, siteId: string, id: string, change: Change): Promise<void> {
  const { counts, ...rest } = change;
  await tx
    .updateTable('imports')
    .set(counts === undefined ? rest : { ...rest, counts: JSON.stringify(counts) })
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .execute();
}

/** How far the job of an import is; null where none has begun. */
export async function findProgress(db: Database | Tx, siteId: string, id: string): Promise<Progress | null> {
  const row = await db
    .selectFrom('import_progress')
    .select(['attempts', 'rows_done as rowsDone'])
    .where('site_id', '=', siteId)
    .where('import_id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}
