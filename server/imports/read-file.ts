import { translatorFor } from '../../domain/texts/translator.ts';
import { languages, type Language } from '../../domain/site/languages.ts';
import { fail, pass, type Verdict } from '../../domain/verdict.ts';
import type { Site } from '../kernel/app.ts';
import { decodeFile, type DecodeCode, type Encoding, type SheetRow } from './decode.ts';
import type { CellFault, CheckedRow, Cells, Importer } from './importer.ts';

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
export async function readImportFile<V>(
  importer: Importer<V>,
  site: Site,
  bytes: Uint8Array,
  language: Language,
  { today, chosen }: { today: string; chosen: Cells },
): Promise<Verdict<ReadFile<V>, DecodeCode | 'columns-missing'>> {
  const plain = importer as Importer;
  const known = (headings: readonly string[]) => findColumns(plain, headings).size;
  const decoded = await decodeFile(bytes, { rowsMax: importer.rowsMax, known });
  if (!decoded.ok) return decoded;
  const sheet = decoded.value;
  const places = findColumns(plain, sheet.headings);
  const missing = importer.columns.filter(({ key, required }) => required && !places.has(key));
  if (missing.length > 0) {
    const say = translatorFor(language, 'headings');
    return fail('columns-missing', { columns: missing.map(({ key }) => say(`${importer.kind}.${key}`)).join(', ') });
  }
  const used = new Set(places.values());
  return pass({
    encoding: sheet.encoding,
    unknownColumns: sheet.headings.filter((heading, at) => heading !== '' && !used.has(at)),
    rows: sheet.rows.map((row) => readRow(importer, site, places, row, { today, chosen })),
  });
}

function readRow<V>(
  importer: Importer<V>,
  site: Site,
  places: ReadonlyMap<string, number>,
  row: SheetRow,
  { today, chosen }: { today: string; chosen: Cells },
): CheckedRow<V> {
  const cells: Cells = {};
  const spoilt: Record<string, CellFault> = {};
  for (const { key, code, day } of importer.columns) {
    const at = places.get(key) ?? -1;
    const text = row.cells[at] ?? '';
    cells[key] = text;
    const odd = row.odd?.[at];
    if (odd === 'date' && !day) spoilt[key] = { code: 'imports/made-a-date' };
    // A sign that no person writes into a code: Excel shows long numbers so, and saves them so as CSV.
    else if (code && (odd === 'number' || /^\d(?:\.\d+)?E\+\d+$/i.test(text)))
      spoilt[key] = { code: 'imports/made-a-number' };
  }
  fillIn(importer, cells, chosen);
  const checked = checkForm(importer, site, row.line, cells, today);
  for (const { key, code } of importer.columns) {
    const fault = checked.faults[key];
    if (code && fault && !spoilt[key] && lacksZeros(fault, cells[key] ?? ''))
      spoilt[key] = { ...fault, code: 'imports/zeros-missing' };
  }
  const faults = { ...checked.faults, ...spoilt };
  return Object.keys(faults).length > 0 ? { ...checked, value: null, faults } : checked;
}

/** A row says all or nothing of a group of columns; of what it says nothing of, what was chosen for the whole upload is said. */
function fillIn<V>({ defaults = [] }: Importer<V>, cells: Cells, chosen: Cells): void {
  for (const group of defaults)
    if (group.every((key) => !cells[key])) for (const key of group) cells[key] = chosen[key] ?? '';
}

/** Nothing but decimal digits, and too few of them: zeros in front are what a spreadsheet takes off. */
function lacksZeros({ code, params }: CellFault, text: string): boolean {
  return code === 'identifiers/hex-length' && /^\d+$/.test(text) && Number(params?.found) < Number(params?.digits);
}

/** A row by its cells alone: as it was uploaded, or as it was kept since. */
export function checkForm<V>(
  importer: Importer<V>,
  site: Site,
  line: number,
  cells: Cells,
  today: string,
): CheckedRow<V> {
  const read = importer.readRow(site, cells, today);
  return read.ok ? { line, cells, value: read.value, faults: {} } : { line, cells, value: null, faults: read.faults };
}

export function faultCount(rows: readonly { faults: object }[]): number {
  return rows.reduce((count, row) => count + Object.keys(row.faults).length, 0);
}
