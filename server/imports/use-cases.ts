import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { App, Site } from '../kernel/app.ts';
import { after, daysMs } from '../kernel/clock.ts';
import type { Tx } from '../kernel/database.ts';
import { isProblem, platformProblem, type Problem } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import type { Scope } from '../kernel/session.ts';
import { newId, outsideId } from '../kernel/ids.ts';
import { seal, unseal } from '../kernel/seal.ts';
import type { Importer, CheckedRow } from './importer.ts';
import { importProblem, importProblems } from './problems.ts';
import { faultCount, readImportFile } from './read-file.ts';

const lifeMs = daysMs;

export type ImportRow = {
  line: number;
  cells: Record<string, string>;
  faults: Record<string, { code: string; params?: Record<string, string | number> }>;
};
export type ImportView = {
  id: string;
  kind: string;
  fileName: string;
  hash: string;
  encoding: string;
  rowCount: number;
  faultCount: number;
  state: 'previewed' | 'done';
  columns: string[];
  rows: ImportRow[];
  page: number;
  pageSize: number;
  unknownColumns: string[];
  storedCount: number;
};
type Page = { page: number; pageSize: number };

function refuseFile(code: string, params?: Record<string, string | number>): Problem {
  return importProblem(code as keyof typeof importProblems, params ? { params } : {});
}

/** Takes a file in: kept sealed for a day, previewed row by row. The same file again is the same import. */
export async function createImport(
  app: App,
  tx: Tx,
  site: Site,
  scope: Scope,
  importer: Importer,
  file: { name: string; bytes: Uint8Array },
): Promise<Outcome<ImportView>> {
  const read = readImportFile(importer, site, file.bytes);
  if (!read.ok) return { reply: refuseFile(read.code, read.params) };
  const { rows, encoding, unknownColumns } = read.value;
  await importer.checkRows(app, tx, site, rows);
  const hash = createHash('sha256').update(file.bytes).digest('hex');
  const id = newId();
  const row = {
    site_id: site.id,
    id,
    organization_id: scope.organizationId,
    user_id: scope.userId,
    kind: importer.kind,
    file_name: file.name.slice(0, 200),
    sealed_content: seal(app.keys.rest, `import ${site.id} ${id}`, file.bytes),
    content_hash: hash,
    encoding,
    row_count: rows.length,
    fault_count: faultCount(rows),
    state: 'previewed',
    stored_count: 0,
    created_at: scope.now,
    expires_at: after(scope.now, lifeMs),
    done_at: null,
  };
  await tx.insertInto('imports').values(row).execute();
  return {
    reply: { status: 201, body: view(importer, { ...row, unknownColumns }, rows, { page: 1, pageSize: 50 }) },
    events: [
      {
        what: 'import.previewed',
        subject: `import/${id}`,
        data: { kind: importer.kind, rows: rows.length, faults: row.fault_count, hash },
      },
    ],
  };
}

type Stored = {
  id: string;
  kind: string;
  file_name: string;
  content_hash: string;
  encoding: string;
  state: string;
  stored_count: number;
};

async function findImport(tx: Tx, scope: Scope, id: string) {
  return tx
    .selectFrom('imports')
    .selectAll()
    .where('site_id', '=', scope.siteId)
    .where('organization_id', '=', scope.organizationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

type Opened = {
  stored: Awaited<ReturnType<typeof findImport>> & object;
  importer: Importer;
  rows: CheckedRow<unknown>[];
  unknownColumns: string[];
};

/** An uploaded file of the caller's organization, locked and read again from what was kept of it. */
async function openImport(
  { app, tx, site, scope, importers }: Surroundings,
  id: string,
  hash: string | null,
): Promise<Opened | Problem> {
  const stored = await findImport(tx, scope, id);
  const importer = stored && importers.get(stored.kind);
  if (!stored || !importer) return platformProblem('not-found');
  if (hash !== null && stored.content_hash !== hash) return importProblem('file-changed');
  if (!stored.sealed_content || stored.expires_at <= scope.now) return importProblem('expired');
  const content = unseal(app.keys.rest, `import ${site.id} ${id}`, stored.sealed_content);
  const read = readImportFile(importer, site, content);
  if (!read.ok) return refuseFile(read.code, read.params);
  return { stored, importer, rows: read.value.rows, unknownColumns: read.value.unknownColumns };
}

export type Surroundings = { app: App; tx: Tx; site: Site; scope: Scope; importers: ReadonlyMap<string, Importer> };

/** A page of the preview; what has been stored by others since shows up as a fault here. */
export async function readImport(around: Surroundings, id: string, page: Page): Promise<Outcome<ImportView>> {
  const opened = await openImport(around, id, null);
  if (isProblem(opened)) return { reply: opened };
  const { stored, importer, rows, unknownColumns } = opened;
  if (stored.state === 'previewed') await importer.checkRows(around.app, around.tx, around.site, rows);
  return { reply: { status: 200, body: view(importer, { ...stored, unknownColumns }, rows, page) } };
}

/** Stores all rows in this transaction, or none. Confirmed twice is stored once; `hash` says which file the person saw. */
export async function confirmImport(around: Surroundings, id: string, hash: string): Promise<Outcome<ImportView>> {
  const { app, tx, site, scope } = around;
  const opened = await openImport(around, id, hash);
  if (isProblem(opened)) return { reply: opened };
  const { stored, importer, rows, unknownColumns } = opened;
  const show = (row: Stored) => view(importer, { ...row, unknownColumns }, rows, { page: 1, pageSize: 50 });
  if (stored.state === 'done') return { reply: { status: 200, body: show(stored) } };
  // Two files of one kind are stored one after the other, so that what was checked still holds when it is written.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${site.id} ${importer.kind}`}, 0))`.execute(tx);
  await importer.checkRows(app, tx, site, rows);
  const faults = faultCount(rows);
  if (faults > 0) return { reply: importProblem('has-faults', { params: { faults } }) };
  const values = rows.flatMap((row) => (row.value === null ? [] : [row.value]));
  const { stored: count, events } = await importer.store(app, tx, site, scope, id, values);
  await tx
    .updateTable('imports')
    .set({ state: 'done', stored_count: count, done_at: scope.now })
    .where('site_id', '=', site.id)
    .where('id', '=', id)
    .execute();
  const data = { kind: importer.kind, rows: rows.length, stored: count, hash };
  return {
    reply: { status: 200, body: show({ ...stored, state: 'done', stored_count: count }) },
    events: [{ what: 'import.done', subject: `import/${id}`, data }, ...events],
  };
}

function view(
  importer: Importer,
  stored: Stored & { unknownColumns: string[] },
  rows: readonly CheckedRow<unknown>[],
  { page, pageSize }: Page,
): ImportView {
  return {
    id: outsideId('import', stored.id),
    kind: stored.kind,
    fileName: stored.file_name,
    hash: stored.content_hash,
    encoding: stored.encoding,
    rowCount: rows.length,
    faultCount: faultCount(rows),
    state: stored.state === 'done' ? 'done' : 'previewed',
    columns: importer.columns.map((column) => column.key),
    rows: pageOfRows(rows, page, pageSize).map(({ line, cells, faults }) => ({ line, cells, faults })),
    page,
    pageSize,
    unknownColumns: stored.unknownColumns,
    storedCount: stored.stored_count,
  };
}

/** Rows with faults come first, so that what is to be mended is on the first page. */
function pageOfRows(rows: readonly CheckedRow<unknown>[], page: number, pageSize: number) {
  const faulty = rows.filter((row) => Object.keys(row.faults).length > 0);
  const clean = rows.filter((row) => Object.keys(row.faults).length === 0);
  return [...faulty, ...clean].slice((page - 1) * pageSize, page * pageSize);
}
