import { deflateRawSync } from 'node:zlib';
import { packStored } from '../../server/imports/excel/zip.ts';

/** What a cell holds: a text, a number as Excel writes it into the file, a day, or nothing. */
export type TestCell = string | { number: string } | { day: number } | null;

const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const head = '<?xml version="1.0" encoding="UTF-8"?>';

/** A workbook as small as Excel takes one; `sheet` is put in as it is where it is a text. */
export function workbook(sheet: readonly (readonly TestCell[])[] | string): Uint8Array<ArrayBuffer> {
  const rows = typeof sheet === 'string' ? sheet : sheet.map(rowOf).join('');
  const files = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
  };
  return archive(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])));
}

/** Any zip archive. */
export function archive(files: Record<string, Buffer>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(packStored(new Map(Object.entries(files))));
}

/** An archive of one deflated file that says of itself what `claims` says. */
export function deflated(name: string, content: Buffer, claims = content.length): Buffer {
  const packed = deflateRawSync(content);
  const whole = packStored(new Map([[name, packed]]));
  const directory = whole.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  whole.writeUInt16LE(8, directory + 10);
  whole.writeUInt32LE(claims, directory + 24);
  return whole;
}

function rowOf(cells: readonly TestCell[], index: number): string {
  return `<row r="${index + 1}">${cells.map((cell, at) => cellOf(cell, `${letters(at)}${index + 1}`)).join('')}</row>`;
}

function letters(at: number): string {
  return (at >= 26 ? letters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));
}

function cellOf(cell: TestCell, place: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string')
    return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
  return 'day' in cell ? `<c r="${place}" s="1"><v>${cell.day}</v></c>` : `<c r="${place}"><v>${cell.number}</v></c>`;
}
