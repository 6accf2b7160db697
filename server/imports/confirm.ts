import type { NewEvent } from '../kernel/events.ts';
import { platformProblem, type Problem } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import type { Around } from './create.ts';
import type { Importer } from './importer.ts';
import { importProblem } from './problems.ts';
import { changeImport, findIdleImport, findImport, findProgress, type ImportRecord } from './store.ts';
import { firstPage, viewImport, type ImportView, type PageOfRows, type Viewer } from './view.ts';

type Importers = ReadonlyMap<string, Importer>;
type Opened = { record: ImportRecord; importer: Importer };
type MayUse = (importer: Importer) => boolean;

/** The import with the importer of its kind, if the caller may use that kind; else it reads like one that does not exist. */
function open(record: ImportRecord | undefined, importers: Importers, mayUse: MayUse): Opened | Problem {
  const importer = record && importers.get(record.kind);
  return record && importer && mayUse(importer) ? { record, importer } : platformProblem('not-found');
}

export type Asked = { importers: Importers; mayUse: MayUse; id: string };

/** One import of the caller's organization, to be shown or given as a file. */
export async function openImport(
  viewer: Viewer,
  scope: Around['scope'],
  { importers, mayUse, id }: Asked,
): Promise<Opened | Problem> {
  const opened = open(await findImport(viewer.db, scope, id), importers, mayUse);
  if ('problem' in opened) return opened;
  const { state, hasRows, expires_at } = opened.record;
  // One from the version before has nothing of its rows to show.
  if (state === 'previewed' && (!hasRows || expires_at <= scope.now)) return importProblem('expired');
  return opened;
}

/** A page of an import as it stands; looking at it changes nothing and counts for nothing. */
export async function readImport(
  viewer: Viewer,
  scope: Around['scope'],
  asked: Asked,
  page: PageOfRows,
): Promise<ImportView | Problem> {
  const opened = await openImport(viewer, scope, asked);
  return 'problem' in opened ? opened : viewImport(viewer, opened.importer, opened.record, page);
}

/** Hands a previewed file over to the job that stores it. Confirmed twice is done once; `hash` says which file the person saw. */
export async function confirmImport(around: Around, asked: Asked, hash: string): Promise<Outcome<ImportView>> {
  const { app, tx, site, scope, language } = around;
  const viewer = { app, db: tx, site, language };
  const show = async ({ record, importer }: Opened) => ({
    status: 200 as const,
    body: await viewImport(viewer, importer, record, firstPage),
  });
  const seen = open(await findImport(tx, scope, asked.id), asked.importers, asked.mayUse);
  if ('problem' in seen) return { reply: seen };
  if (seen.record.content_hash !== hash) return { reply: importProblem('file-changed') };
  // A job holds on to the row of what it works on, and nobody is to wait for that; only who confirms or cancels is waited for.
  if (seen.record.state !== 'previewed') return { reply: await show(seen) };
  const locked = open(await findImport(tx, scope, asked.id, true), asked.importers, asked.mayUse);
  if ('problem' in locked) return { reply: locked };
  if (locked.record.state !== 'previewed') return { reply: await show(locked) };
  const { record, importer } = locked;
  if (!record.hasRows || record.expires_at <= scope.now) return { reply: importProblem('expired') };
  if (record.fault_count > 0) return { reply: importProblem('has-faults', { params: { faults: record.fault_count } }) };
  const confirmed = { state: 'running', user_id: scope.userId, confirmed_at: scope.now };
  await changeImport(tx, site.id, record.id, confirmed);
  const event: NewEvent = {
    what: 'import.confirmed',
    subject: `import/${record.id}`,
    data: { kind: record.kind, rows: record.row_count, hash },
  };
  return { reply: await show({ record: { ...record, ...confirmed }, importer }), events: [event] };
}

/** Gives a file up that no job has begun with. */
export async function cancelImport(around: Around, asked: Asked): Promise<Outcome<ImportView>> {
  const { app, tx, site, scope, language } = around;
  const viewer = { app, db: tx, site, language };
  const opened = open(await findIdleImport(tx, scope, asked.id), asked.importers, asked.mayUse);
  if ('problem' in opened) {
    const busy = open(await findImport(tx, scope, asked.id), asked.importers, asked.mayUse);
    return { reply: 'problem' in busy ? busy : importProblem('began-already') };
  }
  const { record, importer } = opened;
  const show = async (shown: ImportRecord) => ({
    status: 200 as const,
    body: await viewImport(viewer, importer, shown, firstPage),
  });
  if (record.state === 'cancelled') return { reply: await show(record) };
  if (record.state !== 'previewed' && record.state !== 'running') return { reply: importProblem('is-over') };
  if (await findProgress(tx, site.id, record.id)) return { reply: importProblem('began-already') };
  const cancelled = { state: 'cancelled', done_at: scope.now };
  await changeImport(tx, site.id, record.id, { ...cancelled, sealed_rows: null });
  const event: NewEvent = {
    what: 'import.cancelled',
    subject: `import/${record.id}`,
    data: { kind: record.kind, rows: record.row_count },
  };
  return { reply: await show({ ...record, ...cancelled, hasRows: false }), events: [event] };
}
