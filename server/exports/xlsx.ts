import {
  packageEnd,
  packageHead,
  sheetEnd,
  sheetName,
  sheetPart,
  sheetRows,
  sheetRowsMax,
  sheetStart,
} from '../../domain/exports/sheet.ts';
import type { Row } from '../../domain/exports/columns.ts';
import type { TableFile } from './file.ts';
import { zipStream, type ZipEntry } from './zip.ts';

/** A sheet ends before its part of the archive outgrows what the format can tell. */
const sheetCharactersMax = 1_000_000_000;

export type SheetLimits = { rowsMax: number; charactersMax: number };

/** An Excel file, written as the rows come; what is too much for one sheet goes on in the next. */
export function xlsxFile(
  { columns, timeZone, notes = [], rows }: Pick<TableFile, 'columns' | 'timeZone' | 'notes' | 'rows'>,
  headings: readonly string[],
  title: string,
  limits: SheetLimits = { rowsMax: sheetRowsMax, charactersMax: sheetCharactersMax },
): AsyncGenerator<Buffer> {
  const write = sheetRows(columns, timeZone);
  const source = batchReader(rows);

  async function* sheet(): AsyncGenerator<string> {
    yield sheetStart(columns, headings, notes);
    let written = 0;
    let characters = 0;
    const rowsMax = limits.rowsMax - notes.length;
    while (written < rowsMax && characters < limits.charactersMax) {
      const batch = await source.take(rowsMax - written);
      if (!batch) break;
      const text = write(batch, notes.length + written + 2);
      written += batch.length;
      characters += text.length;
      yield text;
    }
    yield sheetEnd;
  }
  async function* entries(): AsyncGenerator<ZipEntry> {
    for (const [name, text] of Object.entries(packageHead)) yield { name, content: once(text) };
    const names: string[] = [];
    do {
      names.push(sheetName(title, names.length + 1));
      yield { name: sheetPart(names.length), content: sheet() };
    } while (await source.hasMore());
    for (const [name, text] of Object.entries(packageEnd(names))) yield { name, content: once(text) };
  }
  return closing(zipStream(entries()), source);
}

/** Also when nobody wants the rest: the rows' own end (a query) is told. */
async function* closing(
  chunks: AsyncGenerator<Buffer>,
  source: { close: () => Promise<void> },
): AsyncGenerator<Buffer> {
  try {
    yield* chunks;
  } finally {
    await source.close();
  }
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/** Gives batches of at most so many rows; what is left of one is kept for the next sheet. */
function batchReader(rows: AsyncIterable<readonly Row[]>) {
  const iterator = rows[Symbol.asyncIterator]();
  let rest: readonly Row[] = [];
  async function fill(): Promise<boolean> {
    while (rest.length === 0) {
      const { done, value } = await iterator.next();
      if (done) return false;
      rest = value;
    }
    return true;
  }
  return {
    hasMore: fill,
    take: async (max: number): Promise<readonly Row[] | null> => {
      if (!(await fill())) return null;
      const batch = rest.slice(0, max);
      rest = rest.slice(max);
      return batch;
    },
    close: async (): Promise<void> => {
      await iterator.return?.();
    },
  };
}
