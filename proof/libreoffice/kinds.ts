import { guardCell } from '../../domain/exports/guard.ts';
import type { Encoding, Format } from '../../server/exports/file.ts';
import type { OfficeFile } from './read.ts';

/** What people and devices may write into a text, and what a spreadsheet program would like to compute. */
export const naughty = [
  '=1+1',
  '＝1',
  '+81 3 1234',
  '＋1',
  '-1',
  '－1',
  '@x',
  '＠x',
  "'=1",
  '=HYPERLINK("https://x.example")',
  "=cmd|' /C calc'!A0",
  '+SUM(1+1)*cmd',
  '-2+3+cmd',
  '@SUM(1+1)',
  '=IMPORTXML("https://x.example","//a")',
  "''=1",
];
export const plain = ['見本商事株式会社', '髙橋 﨑 ①', '00123', '1E5', '2026-11-21', 'a,b "c"', '<b>&amp;', 'ｱｲｳ〜−'];

export type Kind = { format: Format; encoding: Encoding };
export const kinds: readonly Kind[] = [
  { format: 'csv', encoding: 'utf-8' },
  { format: 'csv', encoding: 'shift_jis' },
  { format: 'xlsx', encoding: 'utf-8' },
];

export const nameOf = ({ format, encoding }: Kind) => (format === 'xlsx' ? 'Excel' : `CSV, ${encoding}`);
/** What a text looks like in the file: only CSV needs a mark before what would be computed. */
export const shown = (format: Format, text: string) => (format === 'csv' ? guardCell(text) : text);
export const inEncoding = ({ format, encoding }: Kind, text: string) =>
  format === 'csv' && encoding === 'shift_jis' ? text.replaceAll('〜', '～').replaceAll('−', '－') : text;

export function fileOf(name: string, { format, encoding }: Kind, bytes: Uint8Array): OfficeFile {
  return { name: `${name}-${encoding}.${format}`, bytes, ...(format === 'csv' && { encoding }) };
}
