import type { App, Site } from '../kernel/app.ts';
import type { Database, Tx } from '../kernel/database.ts';
import type { Language } from '../../domain/site/languages.ts';
import { outsideId } from '../kernel/ids.ts';
import { columnsAt, type CellFault, type Cells, type Importer, type RowFaults } from './importer.ts';
import { keptBatches, openResult, type KeptBatch, type KeptRow } from './kept.ts';
import { findProgress, findSealed, type ImportRecord, type ImportState } from './store.ts';

export type ShownState = ImportState | 'waiting';
export type ImportRow = { line: number; cells: Cells; faults: RowFaults };
export type ImportView = {
  id: string;
  kind: string;
  fileName: string;
  hash: string;
  encoding: string;
  state: ShownState;
  rowCount: number;
  faultCount: number;
  storedCount: number;
  counts: Record<string, number>;
  fault: string | null;
  rowsDone: number;
  createdAt: string;
  doneAt: string | null;
  keptUntil: string | null;
  hasResult: boolean;
  repeated: boolean;
  columns: string[];
  unknownColumns: string[];
  rows: ImportRow[];
  shownCount: number;
  page: number;
  pageSize: number;
};

export type PageOfRows = { page: number; pageSize: number; only?: 'faults' | undefined };
export type Viewer = { app: App; db: Database | Tx; site: Site; language: Language };
export const firstPage: PageOfRows = { page: 1, pageSize: 50 };

/** An import as its page shows it: where it stands, and a page of its rows, those with faults first; `kept`: what is kept of them, where that is at hand. */
export async function viewImport(
  viewer: Viewer,
  importer: Importer,
  record: ImportRecord,
  page: PageOfRows,
  { repeated = false, kept }: { repeated?: boolean; kept?: Buffer } = {},
): Promise<ImportView> {
  const progress = record.state === 'running' ? await findProgress(viewer.db, record.site_id, record.id) : null;
  const shown = await rowsOf(viewer, importer, record, page, kept);
  const keptUntil = record.state === 'done' ? record.result_until : record.expires_at;
  return {
    id: outsideId('import', record.id),
    kind: record.kind,
    fileName: record.file_name,
    hash: record.content_hash,
    encoding: record.encoding,
    state: shownState(record.state, progress !== null),
    rowCount: record.row_count,
    faultCount: record.fault_count,
    storedCount: record.stored_count,
    counts: (record.counts ?? {}) as Record<string, number>,
    fault: record.fault && `imports/${record.fault}`,
    rowsDone: progress?.rowsDone ?? 0,
    createdAt: record.created_at.toISOString(),
    doneAt: record.done_at?.toISOString() ?? null,
    keptUntil: keptUntil?.toISOString() ?? null,
    hasResult: record.hasResult || record.hasRows,
    repeated,
    unknownColumns: record.unknown_columns,
    ...shown,
    page: page.page,
    pageSize: page.pageSize,
  };
}

/** A confirmed one waits until a job has taken it up. */
export function shownState(state: string, begun: boolean): ShownState {
  return state === 'running' && !begun ? 'waiting' : (state as ImportState);
}

type Shown = Pick<ImportView, 'columns' | 'rows' | 'shownCount'>;

async function rowsOf(
  viewer: Viewer,
  importer: Importer,
  record: ImportRecord,
  page: PageOfRows,
  kept?: Buffer,
): Promise<Shown> {
  const { app, db, site, language } = viewer;
  const place = { siteId: record.site_id, importId: record.id };
  const result = record.hasResult && importer.result ? await findSealed(db, record, 'sealed_result') : null;
  if (result && importer.result) {
    const all = openResult(app, place, result);
    const cells = await importer.result.present(app, site, cut(all, page));
    const first = (page.page - 1) * page.pageSize;
    const rows = cells.map((row, at) => ({ line: Number(row.line ?? first + at + 1), cells: row, faults: {} }));
    return { columns: importer.result.columns(site).map((column) => column.key), rows, shownCount: all.length };
  }
  const columns = [...columnsAt(importer, site).map((column) => column.key), ...(importer.tells ?? [])];
  // While they are stored only how far that is is shown, again and again.
  const shows = record.hasRows && record.state !== 'running';
  const sealed = kept ?? (shows ? await findSealed(db, record, 'sealed_rows') : null);
  if (!sealed) return { columns, rows: [], shownCount: 0 };
  const batches = keptBatches(app, place, importer, sealed);
  const faulty = batches.reduce((sum, one) => sum + one.faulty, 0);
  const all = batches.reduce((sum, one) => sum + one.count, 0);
  const first = (page.page - 1) * page.pageSize;
  const found = [
    ...rowsBetween(batches, true, first, page.pageSize),
    ...(page.only === 'faults' ? [] : rowsBetween(batches, false, first - faulty, page.pageSize)),
  ];
  const rows = found.map(({ line, cells, faults, tells }) => ({
    line,
    cells: { ...cells, ...tells },
    faults: faultsInWords(importer, site, language, faults),
  }));
  return { columns, rows, shownCount: page.only === 'faults' ? faulty : all };
}

function cut<T>(items: readonly T[], { page, pageSize }: PageOfRows): T[] {
  return items.slice((page - 1) * pageSize, page * pageSize);
}

/**
 * Of the rows with faults, or of those without, the ones from `first` on, `many` at most; only the batches that have some of them are
 * opened. What comes before `first` 0 counts as there.
 */
function* rowsBetween(batches: readonly KeptBatch[], faulty: boolean, first: number, many: number): Generator<KeptRow> {
  let at = 0;
  for (const batch of batches) {
    const here = faulty ? batch.faulty : batch.count - batch.faulty;
    if (at >= first + many) return;
    if (here > 0 && at + here > first) {
      const rows = batch.open().filter((row) => isFaulty(row) === faulty);
      yield* rows.slice(Math.max(0, first - at), Math.max(0, first + many - at));
    }
    at += here;
  }
}

function isFaulty({ faults }: KeptRow): boolean {
  return Object.keys(faults).length > 0;
}

/** What faults name is told by its name, e.g. a category not by its ID. */
export function faultsInWords(importer: Importer, site: Site, language: Language, faults: RowFaults): RowFaults {
  if (!importer.inWords) return faults;
  return Object.fromEntries(
    Object.entries(faults).map(([column, fault]): [string, CellFault] => {
      if (!fault.params) return [column, fault];
      const params = Object.entries(fault.params).map(([name, value]) => [
        name,
        typeof value === 'string' ? (importer.inWords?.(site, language, name, value) ?? value) : value,
      ]);
      return [column, { ...fault, params: Object.fromEntries(params) }];
    }),
  );
}
