import { setImmediate as breathe } from 'node:timers/promises';
import type PDFKit from 'pdfkit';
import type { Cell } from '../../domain/exports/columns.ts';
import type { Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import type { Site } from '../kernel/app.ts';
import { readFonts } from '../exports/fonts.ts';
import type { Report, ReportTable } from './report.ts';

type Paper = InstanceType<typeof PDFKit>;

/** Rows of each table on paper; the workbook has them all. */
export const paperRowsMax = 500;

// A4 across, in points.
const page = { width: 841.89, height: 595.28 };
const edge = 36;
const inner = page.width - 2 * edge;
const rowHeight = 16;
/** Headings may take two lines. */
const headHeight = 28;
const size = { title: 17, table: 11, cell: 8, small: 7.5 };
const ink = '#1a1a1a';
const soft = '#5a6068';
const rule = '#c4c8cf';
const shade = '#eef1f6';
const pad = 4;

/** A report as PDF, A4 across: what it is about, then each table with its headings on every page. */
export async function paperOf(site: Site, report: Report, language: Language): Promise<Buffer> {
  const [{ default: PDFDocument }, { regular, bold }] = await Promise.all([import('pdfkit'), readFonts()]);
  const document = new PDFDocument({
    size: [page.width, page.height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    lang: language,
    info: { Title: report.title, Creator: site.name[language], Producer: 'Engawa' },
  });
  document.registerFont('regular', regular);
  document.registerFont('bold', bold);
  document.addPage();
  let y = drawHead(document, report, site.brand.colour);
  for (const table of report.tables) y = await drawTable(document, table, y, language);
  drawNotes(document, report.notes, y);
  numberPages(document, report.title);
  document.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of document) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

type Text = {
  x: number;
  y: number;
  width: number;
  align?: 'left' | 'right';
  bold?: boolean;
  colour?: string;
  points?: number;
};

/** One line, shortened where it does not fit. */
function line(
  document: Paper,
  text: string,
  { x, y, width, align = 'left', bold, colour = ink, points = size.cell }: Text,
) {
  document
    .font(bold ? 'bold' : 'regular')
    .fontSize(points)
    .fillColor(colour)
    .text(shortened(document, text, width), x, y, { width, align, lineBreak: false });
}

function shortened(document: Paper, text: string, width: number): string {
  if (document.widthOfString(text) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && document.widthOfString(`${characters.join('')}…`) > width) characters.pop();
  return `${characters.join('')}…`;
}

function drawHead(document: Paper, { title, facts }: Report, colour: string): number {
  document.rect(edge, edge, 4, 24).fill(colour);
  line(document, title, { x: edge + 12, y: edge, width: inner - 12, bold: true, points: size.title });
  let y = edge + 34;
  for (const [name, value] of facts) {
    line(document, name, { x: edge, y, width: 130, colour: soft, points: 9 });
    line(document, value, { x: edge + 136, y, width: inner - 136, points: 9 });
    y += 14;
  }
  return y + 10;
}

/** Without the columns in which nothing stands: paper is narrow. */
function withoutEmpty(table: ReportTable): ReportTable {
  const shown = table.headings.flatMap((_, at) =>
    table.always.includes(at) || table.rows.some((row) => row[at] !== null && row[at] !== '') ? [at] : [],
  );
  const only = <T>(cells: readonly T[]): T[] => cells.filter((_, at) => shown.includes(at));
  return {
    ...table,
    headings: only(table.headings),
    left: shown.filter((at) => at < table.left).length,
    rows: table.rows.map(only),
  };
}

/** Figures have as much as they need, names and serial numbers share the rest; remarks are texts at the end. */
function widthsOf({ headings, left, rows }: ReportTable): number[] {
  const hasRemarks = rows.some((row) => typeof row.at(-1) === 'string');
  const figures = headings.length - left - (hasRemarks ? 1 : 0);
  const remarks = hasRemarks ? 150 : 0;
  const figure = Math.min(90, ((inner - remarks) * 0.66) / figures);
  const text = (inner - remarks - figures * figure) / left;
  return headings.map((_, at) => (at < left ? text : hasRemarks && at === headings.length - 1 ? remarks : figure));
}

async function drawTable(document: Paper, whole: ReportTable, from: number, language: Language): Promise<number> {
  const table = withoutEmpty(whole);
  const widths = widthsOf(table);
  const floor = page.height - edge - 20;
  let y = from;
  const head = (): void => {
    line(document, table.title, { x: edge, y, width: inner, bold: true, points: size.table });
    y += 18;
    document.rect(edge, y, inner, headHeight).fill(shade);
    drawHeadings(document, table, widths, y);
    y += headHeight;
  };
  const nextPage = (): void => {
    document.addPage();
    y = edge;
    head();
  };
  if (y + 18 + headHeight + 3 * rowHeight > floor) nextPage();
  else head();
  for (const [at, row] of table.rows.slice(0, paperRowsMax + 1).entries()) {
    if (y + rowHeight > floor) {
      nextPage();
      // Others are served between the pages.
      await breathe();
    }
    drawRow(document, row, widths, { y, left: table.left, isTotal: at === 0 });
    y += rowHeight;
  }
  const hidden = table.rows.length - 1 - paperRowsMax;
  if (hidden > 0) {
    const words = translatorFor(language, 'sheets')('monthly-report.more', { count: hidden });
    line(document, words, { x: edge, y: y + 3, width: inner, colour: soft });
    y += rowHeight;
  }
  return y + 16;
}

function drawHeadings(
  document: Paper,
  { headings, left, rows }: ReportTable,
  widths: readonly number[],
  y: number,
): void {
  const figures = new Set(headings.keys().filter((at) => !rows.some((row) => typeof row[at] === 'string')));
  let x = edge;
  for (const [at, heading] of headings.entries()) {
    const width = (widths[at] ?? 0) - 2 * pad;
    const align = at >= left && figures.has(at) ? 'right' : 'left';
    document.font('bold').fontSize(size.small).fillColor(ink);
    const needed = document.heightOfString(heading, { width });
    const height = headHeight - 4;
    document.text(heading, x + pad, y + Math.max(3, (headHeight - needed) / 2), {
      width,
      height,
      align,
      ellipsis: true,
    });
    x += widths[at] ?? 0;
  }
}

function drawRow(
  document: Paper,
  row: readonly Cell[],
  widths: readonly number[],
  { y, left, isTotal }: { y: number; left: number; isTotal: boolean },
): void {
  let x = edge;
  for (const [at, width] of widths.entries()) {
    const cell = row[at] ?? null;
    const isFigure = at >= left && typeof cell !== 'string';
    const text = typeof cell === 'number' ? cell.toLocaleString('en-US') : (cell ?? (isFigure ? '-' : ''));
    // The words of the total go on over what is empty beside them.
    const room = isTotal && at === 0 ? width + (widths[1] ?? 0) : width;
    line(document, text, {
      x: x + pad,
      y: y + 3,
      width: room - 2 * pad,
      align: isFigure ? 'right' : 'left',
      bold: isTotal,
    });
    x += width;
  }
  document
    .moveTo(edge, y + rowHeight)
    .lineTo(edge + inner, y + rowHeight)
    .lineWidth(0.5)
    .stroke(rule);
}

function drawNotes(document: Paper, notes: readonly string[], from: number): void {
  let y = from;
  if (y + notes.length * 12 > page.height - edge - 20) {
    document.addPage();
    y = edge;
  }
  for (const note of notes) {
    line(document, note, { x: edge, y, width: inner, colour: soft, points: size.small });
    y += 12;
  }
}

function numberPages(document: Paper, title: string): void {
  const { count } = document.bufferedPageRange();
  for (let at = 0; at < count; at += 1) {
    document.switchToPage(at);
    const y = page.height - edge - 6;
    line(document, title, { x: edge, y, width: inner / 2, colour: soft, points: size.small });
    line(document, `${at + 1} / ${count}`, {
      x: edge + inner / 2,
      y,
      width: inner / 2,
      align: 'right',
      colour: soft,
      points: size.small,
    });
  }
}
