import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { App } from '../kernel/app.ts';
import { seal, unseal } from '../kernel/seal.ts';
import type { Cells, CheckedRow, Importer, RowFaults } from './importer.ts';

const quickest = 1;

/** A row as it is kept: what stood in the file and what was found out about it, without what can be read out of it again. */
export type KeptRow = { line: number; cells: Cells; faults: RowFaults; tells?: Cells };

type Place = { siteId: string; importId: string };
type What = 'rows' | 'result';

function sealJson(app: App, what: What, { siteId, importId }: Place, value: unknown): Buffer {
  const packed = deflateRawSync(JSON.stringify(value), { level: quickest });
  return seal(app.keys.rest, `import ${what} ${siteId} ${importId}`, packed);
}

function unsealJson(app: App, what: What, { siteId, importId }: Place, sealed: Uint8Array): unknown {
  return JSON.parse(
    inflateRawSync(unseal(app.keys.rest, `import ${what} ${siteId} ${importId}`, sealed)).toString('utf8'),
  );
}

type PackedRow = [
  line: number,
  cells: (string | undefined)[],
  faults: RowFaults | 0,
  tells: (string | undefined)[] | 0,
];

/**
 * What was read from a file is kept instead of the file: a page of the preview is then some milliseconds, where reading ten
 * thousand rows of a spreadsheet again takes half a second. Cells go without their names, which are the same in every row.
 */
export function sealRows(app: App, place: Place, importer: Importer, rows: readonly CheckedRow<unknown>[]): Buffer {
  const columns = importer.columns.map((column) => column.key);
  const packed = rows.map(({ line, cells, faults, tells }): PackedRow => [
    line,
    columns.map((key) => cells[key]),
    Object.keys(faults).length > 0 ? faults : 0,
    tells ? (importer.tells ?? []).map((key) => tells[key]) : 0,
  ]);
  return sealJson(app, 'rows', place, packed);
}

export function openRows(app: App, place: Place, importer: Importer, sealed: Uint8Array): KeptRow[] {
  const columns = importer.columns.map((column) => column.key);
  const named = (keys: readonly string[], texts: readonly (string | undefined)[]) =>
    Object.fromEntries(keys.flatMap((key, at) => (typeof texts[at] === 'string' ? [[key, texts[at]]] : [])));
  return (unsealJson(app, 'rows', place, sealed) as PackedRow[]).map(([line, cells, faults, tells]) => ({
    line,
    cells: named(columns, cells),
    faults: faults === 0 ? {} : faults,
    ...(tells !== 0 && { tells: named(importer.tells ?? [], tells) }),
  }));
}

export function sealResult(app: App, place: Place, rows: readonly unknown[]): Buffer {
  return sealJson(app, 'result', place, rows);
}

export function openResult(app: App, place: Place, sealed: Uint8Array): unknown[] {
  return unsealJson(app, 'result', place, sealed) as unknown[];
}
