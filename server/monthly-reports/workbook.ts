import type { SingleColumn } from '../../domain/exports/columns.ts';
import {
  packageEnd,
  packageHead,
  sheetEnd,
  sheetName,
  sheetPart,
  sheetRows,
  sheetStart,
} from '../../domain/exports/sheet.ts';
import { zipStream, type ZipEntry } from '../exports/zip.ts';
import type { Report, ReportTable } from './report.ts';

/** A report as a workbook of Excel: a sheet for each table, and one for what it is about. */
export async function workbookOf(report: Report, timeZone: string, aboutTitle: string): Promise<Buffer> {
  const about: ReportTable = {
    title: aboutTitle,
    headings: [report.title, ''],
    left: 2,
    always: [0, 1],
    rows: [...report.facts.map((fact) => [...fact]), ...report.notes.map((note) => [note, ''])],
  };
  const tables = [...report.tables, about];
  const names = tables.map(({ title }) => sheetName(title, 1));
  async function* entries(): AsyncGenerator<ZipEntry> {
    for (const [name, text] of Object.entries(packageHead)) yield { name, content: whole(text) };
    for (const [at, table] of tables.entries())
      yield { name: sheetPart(at + 1), content: whole(sheetOf(table, timeZone)) };
    for (const [name, text] of Object.entries(packageEnd(names))) yield { name, content: whole(text) };
  }
  const chunks: Buffer[] = [];
  for await (const chunk of zipStream(entries())) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* whole(text: string): AsyncGenerator<string> {
  yield text;
}

function sheetOf({ headings, left, rows }: ReportTable, timeZone: string): string {
  const columns = headings.map((heading, at): SingleColumn => {
    const isText = at < left || rows.some((row) => typeof row[at] === 'string');
    return { key: heading, kind: isText ? 'text' : 'integer' };
  });
  return sheetStart(columns, headings) + sheetRows(columns, timeZone)(rows, 2) + sheetEnd;
}
