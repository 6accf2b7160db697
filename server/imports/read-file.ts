import { translatorFor } from '../../domain/texts/translator.ts';
import { languages } from '../../domain/site/languages.ts';
import { fail, pass, type Verdict } from '../../domain/verdict.ts';
import type { Site } from '../kernel/app.ts';
import { decodeCsv, type Encoding, type Sheet } from './decode.ts';
import type { CheckedRow, Cells, Importer } from './importer.ts';

export type ReadFile<V> = { encoding: Encoding; unknownColumns: string[]; rows: CheckedRow<V>[] };

/** Folds what people change about headings without meaning to: width, case, blanks. */
function fold(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s　_-]/g, '');
}

/** Which column of the file holds which key of the importer; headings in either language or the key itself. */
function findColumns(importer: Importer, headings: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const { key, alsoCalled = [] } of importer.columns) {
    const names = [
      key,
      ...alsoCalled,
      ...languages.map((language) => translatorFor(language, 'headings')(`${importer.kind}.${key}`)),
    ].map(fold);
    const at = headings.findIndex((heading) => names.includes(fold(heading)));
    if (at >= 0) places.set(key, at);
  }
  return places;
}

/** Reads a file by an importer: each row's cells, its value or its faults of form. Faults of the file as a whole refuse it. */
export function readImportFile<V>(importer: Importer<V>, site: Site, bytes: Uint8Array): Verdict<ReadFile<V>> {
  const decoded = decodeCsv(bytes);
  if (!decoded.ok) return decoded;
  const sheet: Sheet = decoded.value;
  const places = findColumns(importer as Importer, sheet.headings);
  const missing = importer.columns.filter(({ key, required }) => required && !places.has(key));
  if (missing.length > 0) {
    const say = translatorFor('ja', 'headings');
    return fail('columns-missing', { columns: missing.map(({ key }) => say(`${importer.kind}.${key}`)).join(', ') });
  }
  const used = new Set(places.values());
  const rows = sheet.rows.map(({ line, cells: typed }): CheckedRow<V> => {
    const cells: Cells = {};
    for (const { key } of importer.columns) cells[key] = typed[places.get(key) ?? -1] ?? '';
    const read = importer.readRow(site, cells);
    return read.ok ? { line, cells, value: read.value, faults: {} } : { line, cells, value: null, faults: read.faults };
  });
  return pass({
    encoding: sheet.encoding,
    unknownColumns: sheet.headings.filter((heading, at) => heading !== '' && !used.has(at)),
    rows,
  });
}

export function faultCount(rows: readonly CheckedRow<unknown>[]): number {
  return rows.reduce((count, row) => count + Object.keys(row.faults).length, 0);
}
