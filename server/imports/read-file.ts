import { translatorFor } from '../../domain/texts/translator.ts';
import { languages, type Language } from '../../domain/site/languages.ts';
import { fail, pass, type Refusal, type Verdict } from '../../domain/verdict.ts';
import type { Site } from '../kernel/app.ts';
import { decodeFile, type DecodeCode, type Encoding, type SheetRow } from './decode.ts';
import type { CellFault, CheckedRow, Cells, Importer } from './importer.ts';
import { packRows, unpackRows } from './kept.ts';

export type ReadFile<V> = {
  encoding: Encoding;
  unknownColumns: string[];
  /** The rows, some at a time where the importer wants them so; to be gone through once. */
  batches: Iterable<CheckedRow<V>[]>;
};

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
  const { rowsMax, rowsAtOnce = rowsMax } = importer;
  const known = (headings: readonly string[]) => findColumns(plain, headings).size;
  let places: ReadonlyMap<string, number> = new Map();
  let headings: readonly string[] = [];
  const begin = (heads: readonly string[]): Refusal<'columns-missing'> | null => {
    headings = heads;
    places = findColumns(plain, heads);
    const missing = importer.columns.filter(({ key, required }) => required && !places.has(key));
    if (missing.length === 0) return null;
    const say = translatorFor(language, 'headings');
    return fail('columns-missing', { columns: missing.map(({ key }) => say(`${importer.kind}.${key}`)).join(', ') });
  };
  const batches: (() => CheckedRow<V>[])[] = [];
  const take = (sheetRows: readonly SheetRow[]) => {
    const rows = sheetRows.map((row) => readRow(importer, site, places, row, { today, chosen }));
    batches.push(rowsAtOnce < rowsMax ? packedAway(importer, site, rows, today) : () => rows);
  };
  const decoded = await decodeFile(bytes, { rowsMax, rowsAtOnce, known, begin, take });
  if (!decoded.ok) return decoded;
  const used = new Set(places.values());
  return pass({
    encoding: decoded.value,
    unknownColumns: headings.filter((heading, at) => heading !== '' && !used.has(at)),
    batches: opened(batches),
  });
}

/** Of very many rows only those that are being looked at lie open. */
function packedAway<V>(importer: Importer<V>, site: Site, rows: readonly CheckedRow<V>[], today: string) {
  const packed = packRows(importer as Importer, rows);
  return () =>
    unpackRows(importer as Importer, packed).map(({ line, cells, faults }) =>
      Object.keys(faults).length > 0
        ? { line, cells, value: null, faults }
        : checkForm(importer, site, line, cells, today),
    );
}

function* opened<V>(batches: readonly (() => CheckedRow<V>[])[]): Generator<CheckedRow<V>[]> {
  for (const open of batches) yield open();
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
