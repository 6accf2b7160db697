import type { CompiledQuery } from 'kysely';
import type pg from 'pg';
import type { Figures } from '../../cli/experiment.ts';
import { median, medianRatio, rounded, tableOf } from '../kit/figures.ts';
import { copyOut } from './copy-out.ts';
import type { Taken } from './take-file.ts';

const growthMbMax = 64;
const ratioMax = 2;

export type Measured = {
  pool: pg.Pool;
  /** The rows as the database has them. */
  query: CompiledQuery;
  rowCount: number;
  rounds: number;
  /** Takes the file, with so much asked for. */
  take: (wish: string) => Promise<Taken>;
  /** Asks for some of the rows. */
  warmUp: string;
  say: (line: string) => void;
};

/** A file of many rows in each format against COPY of the same rows, and what the server's memory grows by. */
export async function measureExport({ pool, query, rowCount, rounds, take, warmUp, say }: Measured): Promise<Figures> {
  await take(warmUp);
  const copies: number[] = [];
  const files: Record<'csv' | 'shift_jis' | 'xlsx', Taken[]> = { csv: [], shift_jis: [], xlsx: [] };
  for (let round = 0; round < rounds; round += 1) {
    copies.push(await copyOut(pool, query, rowCount));
    files.csv.push(await take('format=csv'));
    files.shift_jis.push(await take('format=csv&encoding=shift_jis'));
    files.xlsx.push(await take('format=xlsx'));
  }
  for (const { rows } of [...files.csv, ...files.shift_jis])
    if (rows !== rowCount) throw new Error(`the file has ${rows} rows instead of ${rowCount}`);
  const line = (name: string, taken: readonly Taken[]) => [
    name,
    rounded(median(taken.map(({ seconds }) => seconds)), 1),
    rounded(
      medianRatio(
        taken.map(({ seconds }) => seconds),
        copies,
      ),
    ),
    Math.round(median(taken.map(({ bytes }) => bytes)) / 1024 ** 2),
    Math.round(Math.max(...taken.map(({ growthMb }) => growthMb))),
  ];
  const table = tableOf(
    ['', 'seconds', '÷ COPY', 'MiB', 'memory grew by, MiB'],
    [
      ['COPY (same rows) TO STDOUT', rounded(median(copies), 1), 1, '', ''],
      line('CSV, UTF-8', files.csv),
      line('CSV, Shift_JIS', files.shift_jis),
      line('Excel', files.xlsx),
    ],
  );
  for (const text of table) say(text);
  const ratio = rounded(
    medianRatio(
      files.csv.map(({ seconds }) => seconds),
      copies,
    ),
  );
  const growth = Math.round(
    Math.max(
      ...Object.values(files)
        .flat()
        .map(({ growthMb }) => growthMb),
    ),
  );
  if (ratio > ratioMax) throw new Error(`CSV takes ${ratio} times as long as COPY; at most ${ratioMax} are allowed`);
  if (growth > growthMbMax) throw new Error(`memory grew by ${growth} MiB; at most ${growthMbMax} are allowed`);
  return {
    rows: rowCount,
    rounds,
    [`CSV, time ÷ COPY (at most ${ratioMax})`]: ratio,
    [`memory growth of the server, MiB (at most ${growthMbMax})`]: growth,
  };
}
