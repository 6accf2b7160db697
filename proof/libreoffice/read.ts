import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const withinMs = 180_000;
/** Commas, double quotes, from the first line on; what stands in quotes is a text, as the program's own dialog offers. */
const csvFilter = (charset: number) => `CSV:44,34,${charset},1,,0,true`;
/** LibreOffice's numbers of UTF-8 and of Windows code page 932. */
const charsets = { 'utf-8': 76, shift_jis: 60 } as const;
const cellsMax = 100_000;

/** A cell as LibreOffice took it: `string`, `float`, `date` or empty, what it shows, and its formula if it made one of it. */
export type OfficeCell = { type: string; text: string; formula: string | null };
export type OfficeFile = { name: string; bytes: Uint8Array; encoding?: keyof typeof charsets };

/** Opens a file in LibreOffice, without a window, and gives the rows of its first sheet. */
export async function readInOffice(folder: string, { name, bytes, encoding }: OfficeFile): Promise<OfficeCell[][]> {
  const place = join(folder, 'office');
  await mkdir(place, { recursive: true });
  const file = join(place, name);
  await writeFile(file, bytes);
  const filter = encoding ? [`--infilter=${csvFilter(charsets[encoding])}`] : [];
  const profile = `-env:UserInstallation=file://${join(place, 'profile')}`;
  const args = ['--headless', profile, '--convert-to', 'fods', ...filter, '--outdir', join(place, 'out'), file];
  await run('soffice', args, { timeout: withinMs });
  return cellsOf(await readFile(join(place, 'out', `${parse(name).name}.fods`), 'utf8'));
}

/** The cells of the first table of a flat OpenDocument file; empty ends of rows and of the table are left out. */
export function cellsOf(xml: string): OfficeCell[][] {
  const [table = ''] = /<table:table .*?<\/table:table>/s.exec(xml) ?? [];
  const rows: OfficeCell[][] = [];
  for (const [, attributes = '', inner = ''] of table.matchAll(
    /<table:table-row\b([^>]*?)(?:\/>|>(.*?)<\/table:table-row>)/gs,
  )) {
    const row = [...inner.matchAll(/<table:table-cell\b([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].flatMap(
      ([, of = '', content = '']) => repeated(of, 'columns', { ...cellOf(of, content) }),
    );
    while (row.length > 0 && row.at(-1)?.text === '') row.pop();
    rows.push(...repeated(attributes, 'rows', row));
  }
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  return rows;
}

function cellOf(attributes: string, content: string): OfficeCell {
  const paragraphs = [...content.matchAll(/<text:p\b[^>]*?(?:\/>|>(.*?)<\/text:p>)/gs)].map(([, text = '']) => text);
  return {
    type: /office:value-type="(\w+)"/.exec(attributes)?.[1] ?? 'empty',
    text: plain(paragraphs.join('\n')),
    formula: /table:formula="([^"]*)"/.exec(attributes)?.[1] ?? null,
  };
}

/** What is the same several times stands once, with its number; a table ends in a million empty rows. */
function repeated<T>(attributes: string, of: 'rows' | 'columns', one: T): T[] {
  const times = Number(new RegExp(`number-${of}-repeated="(\\d+)"`).exec(attributes)?.[1] ?? 1);
  return Array.from({ length: times > cellsMax / 100 ? 1 : times }, () => one);
}

function plain(xml: string): string {
  return xml
    .replaceAll(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count: string | undefined) => ' '.repeat(Number(count ?? 1)))
    .replaceAll('<text:tab/>', '\t')
    .replaceAll('<text:line-break/>', '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll(/&#x([0-9a-f]+);|&#(\d+);/gi, (_, hex: string | undefined, digits: string) =>
      String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(digits)),
    )
    .replaceAll('&amp;', '&');
}
