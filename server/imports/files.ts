import type { Cell, ExportColumn, Row } from '../../domain/exports/columns.ts';
import type { Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import { encodeFile, fileHeaders, type Format, type TableFile } from '../exports/file.ts';
import type { Site } from '../kernel/app.ts';
import type { Problem } from '../kernel/http/problem.ts';
import { columnsAt, type Importer } from './importer.ts';
import { keptBatches, openResult, type KeptRow } from './kept.ts';
import { importProblem } from './problems.ts';
import { findSealed, type ImportRecord } from './store.ts';
import { faultsInWords, type Viewer } from './view.ts';

const rowsAtOnce = 500;

/** The headings alone, in a file that people fill in: columns of codes are texts in Excel, so that it makes no numbers of them. */
export function templateTable(importer: Importer, site: Site, language: Language): TableFile {
  const columns = fileColumns(importer, site);
  return { kind: importer.kind, columns, language, timeZone: site.timeZone, rows: batches([]) };
}

/** What became of each row; of a file with faults its own rows with what is wrong beside them, to be mended and sent again. */
export async function resultTable(
  { app, db, site, language }: Viewer,
  importer: Importer,
  record: ImportRecord,
): Promise<TableFile | Problem> {
  const place = { siteId: record.site_id, importId: record.id };
  const shared = { kind: importer.kind, language, timeZone: site.timeZone };
  const result = record.hasResult && importer.result ? await findSealed(db, record, 'sealed_result') : null;
  if (result && importer.result) {
    const columns = importer.result.columns(site);
    const stored = openResult(app, place, result);
    const cells = (await importer.result.present(app, site, stored)).map((row) =>
      columns.map(({ key, kind }) => cellOf(kind, inWords(importer, site, language, key, row[key] ?? ''))),
    );
    return { ...shared, columns, rows: batches(cells) };
  }
  const sealed = record.hasRows ? await findSealed(db, record, 'sealed_rows') : null;
  if (!sealed) return importProblem('result-expired');
  const columns = fileColumns(importer, site);
  const say = translatorFor(language, 'problems');
  const headings = translatorFor(language, 'headings');
  const told = (row: KeptRow) =>
    Object.entries(faultsInWords(importer, site, language, row.faults))
      .map(([key, { code, params }]) => `${headings(`${importer.kind}.${key}`)}: ${say(code, params)}`)
      .join('\n');
  const kept = keptBatches(app, place, importer, sealed);
  async function* rows(): AsyncGenerator<readonly Row[]> {
    for (const batch of kept)
      yield* batches(batch.open().map((row) => [...columns.map(({ key }) => row.cells[key] ?? ''), told(row)]));
  }
  return { ...shared, columns: [...columns, { key: 'faults', kind: 'text' }], rows: rows() };
}

function fileColumns(importer: Importer, site: Site): ExportColumn[] {
  return columnsAt(importer, site).map(({ key, code }) => ({ key, kind: code ? 'code' : 'text' }));
}

function inWords(importer: Importer, site: Site, language: Language, key: string, word: string): string {
  return word === '' ? '' : (importer.inWords?.(site, language, key, word) ?? word);
}

function cellOf(kind: ExportColumn['kind'], text: string): Cell {
  if (text === '' && (kind === 'instant' || kind === 'date')) return null;
  return kind === 'instant' ? Date.parse(text) : text;
}

async function* batches(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) yield rows.slice(at, at + rowsAtOnce);
}

/** The answer that is this file. */
export function tableFile(table: TableFile, format: Format, day: string): Response {
  const chunks = encodeFile(table, format, 'utf-8');
  return new Response(ReadableStream.from(chunks), { headers: fileHeaders(table, format, 'utf-8', day) });
}
