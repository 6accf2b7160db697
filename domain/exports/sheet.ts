import { singleColumns, type Cell, type ColumnKind, type ExportColumn, type Row } from './columns.ts';
import { excelDay, zoneClock } from './instants.ts';

/** Rows that a sheet of Excel holds below its row of headings. */
export const sheetRowsMax = 1_048_575;
const textCharactersMax = 32_767;
const sheetNameCharactersMax = 31;
const minuteMs = 60_000;

const styles = { plain: 0, heading: 1, text: 2, integer: 3, date: 4, instant: 5 };
const widths: Record<ColumnKind, number> = { text: 32, code: 24, integer: 12, date: 13, instant: 21 };
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const special = /[&<>\r]|_x[0-9A-Fa-f]{4}_|[^\t\n\x20-\uFFFD]|[\uD800-\uDFFF]/u;
// What XML 1.0 cannot hold: control characters, halves of pairs, and two that are no characters.
const forbidden =
  // oxlint-disable-next-line no-control-regex -- these are the ones meant
  /[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A text inside XML. Excel reads `_x0041_` as a character's number, so that is written in the way Excel does it. */
export function escapeXml(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replaceAll(forbidden, '')
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** `A`, `B` … `Z`, `AA` for the first, second … column. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** A name that Excel takes for a sheet: at most 31 characters, none of those that its formulas use. */
export function sheetName(title: string, number: number): string {
  const ending = number > 1 ? ` (${number})` : '';
  const clean = title.replaceAll(/[[\]:*?/\\']/g, ' ').trim() || 'Sheet';
  return clean.slice(0, sheetNameCharactersMax - ending.length) + ending;
}

/** The beginning of a sheet up to its frozen row of headings, which comes below the notes. */
export function sheetStart(
  columns: readonly ExportColumn[],
  headings: readonly string[],
  notes: readonly string[] = [],
): string {
  const cols = singleColumns(columns).map(
    // The style is for what people type below: a column of texts makes no numbers of their codes.
    ({ kind }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${widths[kind]}" style="${isText(kind) ? styles.text : styles.plain}" customWidth="1"/>`,
  );
  const above = notes.map((note, at) => `<row r="${at + 1}">${textCell(`A${at + 1}`, styles.text, note)}</row>`);
  const row = notes.length + 1;
  const cells = headings.map((heading, at) => textCell(`${columnLetters(at)}${row}`, styles.heading, heading));
  return (
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="${row}" topLeftCell="A${row + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${cols.join('')}</cols><sheetData>${above.join('')}<row r="${row}">${cells.join('')}</row>`
  );
}

function isText(kind: ColumnKind): boolean {
  return kind === 'text' || kind === 'code';
}

export const sheetEnd = '</sheetData></worksheet>';

/**
 * Writes rows of a sheet. Texts and codes are text cells, which no spreadsheet program computes; numbers, dates and moments
 * (as the clock in the zone shows them) are real ones.
 */
export function sheetRows(
  columns: readonly ExportColumn[],
  timeZone: string,
): (rows: readonly Row[], firstRow: number) => string {
  const clock = zoneClock(timeZone);
  const offsetMs = (at: number) => clock.offsetMinutes(at) * minuteMs;
  const cellsOf = columns.some(({ kind }) => kind === 'integers')
    ? (row: Row) => row.flatMap((cell, at) => apart(columns[at], cell))
    : (row: Row) => row;
  const writers = singleColumns(columns).map(({ kind }, at) => ({
    letters: columnLetters(at),
    write: writerOf(kind, offsetMs, clock.iso),
  }));
  return (rows, firstRow) => {
    let text = '';
    let number = firstRow;
    for (const one of rows) {
      const row = cellsOf(one);
      text += `<row r="${number}">`;
      for (const [at, { letters, write }] of writers.entries()) {
        const cell = row[at];
        if (cell !== null && cell !== undefined && cell !== '') text += write(letters + number, cell);
      }
      text += '</row>';
      number += 1;
    }
    return text;
  };
}

/** Numbers side by side as cells of their own; what is empty is none. */
function apart(column: ExportColumn | undefined, cell: Cell): readonly Cell[] {
  if (column?.kind !== 'integers') return [cell];
  return cell === null ? column.of.map(() => null) : String(cell).split(',');
}

type Write = (place: string, cell: NonNullable<Cell>) => string;

function writerOf(kind: ColumnKind, offsetMs: (at: number) => number, iso: (at: number) => string): Write {
  switch (kind) {
    case 'integer':
      return (place, cell) => numberCell(place, styles.integer, Number(cell));
    case 'date':
      return (place, cell) => dayCell(place, styles.date, Date.parse(`${cell}T00:00:00Z`), String(cell));
    case 'instant':
      return (place, cell) => {
        const at = Number(cell);
        return dayCell(place, styles.instant, at + offsetMs(at), iso(at));
      };
    case 'text':
    case 'code':
      return (place, cell) => textCell(place, styles.text, String(cell));
  }
}

function dayCell(place: string, style: number, localMs: number, otherwise: string): string {
  const day = excelDay(localMs);
  return day === null ? textCell(place, styles.text, otherwise) : numberCell(place, style, day);
}

function numberCell(place: string, style: number, value: number): string {
  return `<c r="${place}" s="${style}"><v>${value}</v></c>`;
}

function textCell(place: string, style: number, text: string): string {
  const shown = text.length > textCharactersMax ? `${text.slice(0, textCharactersMax - 1)}…` : text;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(shown)}</t></is></c>`;
}

/** The parts of the package that come before the sheets, by their names; every other XML file in it is a sheet. */
export const packageHead: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `${declaration}<Types xmlns="${packages}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="${spreadsheet}.worksheet+xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/></Types>`,
  '_rels/.rels':
    `${declaration}<Relationships xmlns="${packages}/relationships">` +
    `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  // Styles by number: plain, heading, text, whole number, day, moment.
  'xl/styles.xml':
    `${declaration}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>` +
    '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>' +
    '<fonts count="2"><font><sz val="11"/><name val="Yu Gothic"/></font><font><b/><sz val="11"/><name val="Yu Gothic"/></font></fonts>' +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF7"/></patternFill></fill></fills>' +
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf xfId="0"/>' +
    '<xf numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1" xfId="0"/>' +
    ['49', '3', '164', '165'].map((format) => `<xf numFmtId="${format}" applyNumberFormat="1" xfId="0"/>`).join('') +
    '</cellXfs></styleSheet>',
};

/** The name of a sheet's part in the package. */
export function sheetPart(number: number): string {
  return `xl/worksheets/sheet${number}.xml`;
}

/** The parts that come after the sheets, because only then it is known how many there are. */
export function packageEnd(sheetNames: readonly string[]): Record<string, string> {
  const sheets = sheetNames.map(
    (name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const relations = sheetNames.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const style = `<Relationship Id="rId${sheetNames.length + 1}" Type="${office}/styles" Target="styles.xml"/>`;
  return {
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${packages}/relationships">${relations.join('')}${style}</Relationships>`,
  };
}
