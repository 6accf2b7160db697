import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { arch, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { checkout } from '../server/config.ts';

export const measuredFile = join(checkout, 'docs', 'performance.json');

const measured = z.strictObject({
  name: z.string(),
  summary: z.string(),
  /** The day, in UTC. */
  on: z.iso.date(),
  /** The machine in words, as figures of two machines are not compared. */
  machine: z.string(),
  seconds: z.number(),
  seed: z.int(),
  held: z.boolean(),
  /** What it said on its way: its table. */
  said: z.array(z.string()),
  figures: z.record(z.string(), z.union([z.number(), z.string()])),
  /** Why it did not hold. */
  fault: z.string().nullable(),
});

/** One measurement as it is kept, whether it held or not. */
export type Measured = z.infer<typeof measured>;

/** The last measurement of each name that was kept, by name. */
export function readMeasured(): Measured[] {
  return existsSync(measuredFile) ? z.array(measured).parse(JSON.parse(readFileSync(measuredFile, 'utf8'))) : [];
}

/** Puts measurements in the place of those of the same name. */
export async function keepMeasured(some: readonly Measured[]): Promise<void> {
  const byName = new Map([...readMeasured(), ...some].map((one) => [one.name, one]));
  const all = [...byName.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  await writeFile(measuredFile, `${JSON.stringify(all, null, 2)}\n`);
}

/** E.g. "2 × Intel(R) Xeon(R) at 2.6 GHz, 8 GiB, Linux x64, Node 24.12.0". */
export function machineInWords(): string {
  const all = cpus();
  const { model = 'a processor', speed = 0 } = all[0] ?? {};
  const clock = speed > 0 && !model.includes('GHz') ? ` at ${(speed / 1000).toFixed(1)} GHz` : '';
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${all.length} × ${model.trim()}${clock}, ${memory} GiB, Linux ${arch()}, Node ${process.versions.node}`;
}
