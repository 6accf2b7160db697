import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { App } from '../kernel/app.ts';
import { seal, unseal } from '../kernel/seal.ts';
import type { Cells, CheckedRow, Importer, RowFaults } from './importer.ts';

const quickest = 1;

/** A row as it is kept: what stood in the file and what was found out about it, without what can be read out of it again. */
export type KeptRow = { line: number; cells: Cells; faults: RowFaults; tells?: Cells };

type Place = { siteId: string; importId: string };
type What = 'rows' | 'result';

const packedBy = (value: unknown) => deflateRawSync(JSON.stringify(value), { level: quickest });
const unpacked = (bytes: Uint8Array): unknown => JSON.parse(inflateRawSync(bytes).toString('utf8'));
const purpose = (what: What, { siteId, importId }: Place, batch: string) =>
  `import ${what} ${siteId} ${importId}${batch}`;

type PackedRow = [
  line: number,
  cells: (string | undefined)[],
  faults: RowFaults | 0,
  tells: (string | undefined)[] | 0,
];

/** Rows in little room; cells go without their names, which are the same in every row. */
export function packRows(importer: Importer, rows: readonly CheckedRow<unknown>[]): Buffer {
  const columns = importer.columns.map((column) => column.key);
  const packed = rows.map(({ line, cells, faults, tells }): PackedRow => [
    line,
    columns.map((key) => cells[key]),
    Object.keys(faults).length > 0 ? faults : 0,
    tells ? (importer.tells ?? []).map((key) => tells[key]) : 0,
  ]);
  return packedBy(packed);
}

export function unpackRows(importer: Importer, packed: Uint8Array): KeptRow[] {
  const columns = importer.columns.map((column) => column.key);
  const named = (keys: readonly string[], texts: readonly (string | undefined)[]) =>
    Object.fromEntries(keys.flatMap((key, at) => (typeof texts[at] === 'string' ? [[key, texts[at]]] : [])));
  return (unpacked(packed) as PackedRow[]).map(([line, cells, faults, tells]) => ({
    line,
    cells: named(columns, cells),
    faults: faults === 0 ? {} : faults,
    ...(tells !== 0 && { tells: named(importer.tells ?? [], tells) }),
  }));
}

/** Some rows of a file, in their order. */
export type KeptBatch = {
  count: number;
  /** How many of them have faults. */
  faulty: number;
  open(): KeptRow[];
  /** As it is kept. */
  sealed: Uint8Array;
};

const mark = Buffer.from('rows by batches ');
const headBytes = 12;

/**
 * What was read from a file is kept instead of the file: a page of the preview is then some milliseconds, where reading ten
 * thousand rows of a spreadsheet again takes half a second. Batches are sealed one by one, so that nobody has to open them all.
 */
export function rowKeeper(app: App, place: Place, importer: Importer) {
  const parts: Uint8Array[] = [mark];
  let batches = 0;
  const put = (count: number, faulty: number, sealed: Uint8Array) => {
    const head = Buffer.alloc(headBytes);
    [count, faulty, sealed.length].forEach((number, at) => head.writeUInt32BE(number, at * 4));
    parts.push(head, sealed);
    batches += 1;
  };
  return {
    add(rows: readonly CheckedRow<unknown>[]): void {
      const faulty = rows.filter(({ faults }) => Object.keys(faults).length > 0).length;
      put(rows.length, faulty, seal(app.keys.rest, purpose('rows', place, ` ${batches}`), packRows(importer, rows)));
    },
    /** A batch of the same import that stays as it is, in the same place. */
    addKept({ count, faulty, sealed }: KeptBatch): void {
      put(count, faulty, sealed);
    },
    whole: () => Buffer.concat(parts),
  };
}

export function keptBatches(app: App, place: Place, importer: Importer, whole: Buffer): KeptBatch[] {
  const opened = (sealed: Uint8Array, batch: string) =>
    unpackRows(importer, unseal(app.keys.rest, purpose('rows', place, batch), sealed));
  if (!whole.subarray(0, mark.length).equals(mark)) {
    // As the version before kept them: all rows in one.
    const rows = opened(whole, '');
    const faulty = rows.filter(({ faults }) => Object.keys(faults).length > 0).length;
    return [{ count: rows.length, faulty, open: () => rows, sealed: whole }];
  }
  const batches: KeptBatch[] = [];
  for (let at = mark.length; at < whole.length;) {
    const [count = 0, faulty = 0, length = 0] = [0, 4, 8].map((offset) => whole.readUInt32BE(at + offset));
    const sealed = whole.subarray(at + headBytes, at + headBytes + length);
    const batch = ` ${batches.length}`;
    batches.push({ count, faulty, sealed, open: () => opened(sealed, batch) });
    at += headBytes + length;
  }
  return batches;
}

export function sealResult(app: App, place: Place, rows: readonly unknown[]): Buffer {
  return seal(app.keys.rest, purpose('result', place, ''), packedBy(rows));
}

export function openResult(app: App, place: Place, sealed: Uint8Array): unknown[] {
  return unpacked(unseal(app.keys.rest, purpose('result', place, ''), sealed)) as unknown[];
}
