import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isOwn, placeOf, type Dimensions, type PaperSize } from './places.ts';

export const quarterMs = 15 * 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;
const japanAheadMs = 9 * hourMs;
const opensAt = 8;
const closesAt = 20;
/** In per cent of what a cartridge holds. */
const changedBelow = 4;
const pagesOfCartridge = 9_000;
/** Offices use less of one colour than of another. */
const coverages = [1, 1.1, 0.9, 0.7];
const large: readonly PaperSize[] = ['A2', 'A3', 'B4', 'Ledger'];
const duties = ['A', 'B', 'C', 'D'] as const;

/** What a printer is made of, as its model's data say it. */
export type PrinterModel = {
  counters: readonly (Dimensions & { code: string })[];
  metrics: readonly { code: string; unit?: string | undefined }[];
};

/** A printer in a made-up office; the same seed makes the same office. */
export type MadeUpPrinter = {
  seed: string;
  model: PrinterModel;
  jobsAnHour: number;
  colourShare: number;
  features: Features;
};
type Features = {
  copies: boolean;
  colours: boolean;
  areas: boolean;
  papers: readonly PaperSize[];
  /** Codes of counters of the site's own. */
  own: readonly string[];
  supplies: readonly string[];
};

/** What a printer stands at: every counter, and what is left of each supply in per cent. */
export const printerStateSchema = z.strictObject({
  atMs: z.number(),
  counts: z.record(z.string(), z.number()),
  supplies: z.record(z.string(), z.number()),
});
export type PrinterState = z.output<typeof printerStateSchema>;

/** Something done at a printer: pages of one size, of which an area counts by its duty. */
export type Job = {
  function: 'copy' | 'receive' | 'print' | 'scan' | 'scanSend';
  colour: boolean;
  paper: PaperSize;
  pages: number;
  duplex: boolean;
  duty: (typeof duties)[number];
  /** Of the site's own counters the one that counts it. */
  own: string | null;
};

/** Eight numbers from 0 up to but not including 1, the same for the same words. */
function draws(...words: (string | number)[]): number[] {
  const digest = createHash('sha256').update(words.join(' ')).digest();
  return Array.from({ length: 8 }, (_, at) => digest.readUInt32BE(at * 4) / 2 ** 32);
}

/** Whether this falls to a printer, the same for the same words. */
export function fallsTo(percent: number, ...words: (string | number)[]): boolean {
  return (draws(...words)[0] ?? 1) < percent / 100;
}

export function makeUpPrinter(seed: string, model: PrinterModel): MadeUpPrinter {
  const [busy = 0, colour = 0] = draws(seed, 'office');
  const { counters, metrics } = model;
  const areas = counters.some(({ duty }) => duty !== undefined);
  const features = {
    areas,
    copies: counters.some((one) => one.function === 'copy'),
    colours: areas || counters.some((one) => one.colour === 'colour'),
    own: counters.flatMap((one) => (isOwn(placeOf(one) ?? '') ? [one.code] : [])),
    papers: counters.flatMap(({ paper }) => (paper ? [paper] : [])),
    supplies: metrics.filter(({ unit }) => unit === '%').map(({ code }) => code),
  };
  return { seed, model, features, jobsAnHour: 2 + busy * 10, colourShare: 0.15 + colour * 0.4 };
}

/** A printer out of its box. */
export function unpack({ model, features }: MadeUpPrinter, atMs: number): PrinterState {
  return {
    atMs: Math.floor(atMs / quarterMs) * quarterMs,
    counts: Object.fromEntries(model.counters.map(({ code }) => [code, 0])),
    supplies: Object.fromEntries(features.supplies.map((code) => [code, 100])),
  };
}

/** Whether somebody is in the office: on working days from eight to eight, by the clock in Japan. */
export function isOfficeTime(atMs: number): boolean {
  const local = atMs + japanAheadMs;
  const hour = (local % dayMs) / hourMs;
  return busyOn(local) > 0.2 && hour >= opensAt && hour < closesAt;
}

/** Days since 1970 began with a Thursday. */
function busyOn(local: number): number {
  const weekday = (Math.floor(local / dayMs) + 4) % 7;
  return weekday === 0 ? 0 : weekday === 6 ? 0.1 : 1;
}

/** How much is done at this time, about 1 at the busiest. */
function busyness(atMs: number): number {
  const local = atMs + japanAheadMs;
  const hour = (local % dayMs) / hourMs;
  if (hour < opensAt || hour >= closesAt) return 0;
  const near = (middle: number, width: number) => Math.exp(-(((hour - middle) / width) ** 2));
  return busyOn(local) * Math.min(1, near(10.5, 1.5) + near(15, 2) + 0.1);
}

/**
 * The next quarter of an hour of a printer: what it counts and what it takes of its supplies. One that is out of order stands still. Who is in the
 * office puts in a new cartridge when one is nearly empty.
 */
export function nextQuarter(printer: MadeUpPrinter, before: PrinterState, outOfOrder = false): PrinterState {
  const atMs = before.atMs + quarterMs;
  if (outOfOrder || busyness(atMs) === 0) return { ...before, atMs };
  const quarter = atMs / quarterMs;
  const jobs = jobsIn(printer, atMs, quarter);
  const counts = { ...before.counts };
  const supplies = { ...before.supplies };
  for (const job of jobs) {
    for (const counter of printer.model.counters)
      counts[counter.code] = (counts[counter.code] ?? 0) + countedBy(counter, job);
    use(printer, supplies, job);
  }
  for (const [at, code] of printer.features.supplies.entries()) {
    const left = supplies[code] ?? 0;
    const changed = left < changedBelow && isOfficeTime(atMs) && fallsTo(10, printer.seed, 'change', at, quarter);
    supplies[code] = changed ? 100 : Math.max(0, left);
  }
  return { atMs, counts, supplies };
}

function jobsIn(printer: MadeUpPrinter, atMs: number, quarter: number): Job[] {
  const [chance = 0] = draws(printer.seed, quarter);
  const expected = (printer.jobsAnHour / 4) * busyness(atMs) * 2 * chance;
  const count = Math.floor(expected + chance * 0.99 * (expected > 0 ? 1 : 0));
  return Array.from({ length: count }, (_, number) => jobOf(printer, draws(printer.seed, quarter, number)));
}

/** Of what is drawn, what the model can do. */
function jobOf({ features, colourShare }: MadeUpPrinter, drawn: readonly number[]): Job {
  const [what = 0, colour = 0, paper = 0, pages = 0, sides = 0, duty = 0, own = 0] = drawn;
  const done = features.copies
    ? (['print', 'print', 'print', 'print', 'copy', 'copy', 'receive', 'scan', 'scanSend', 'scanSend'] as const)[
        Math.floor(what * 10)
      ]
    : 'print';
  const sizes = features.papers.includes('A4') ? features.papers : (['A4'] as const);
  const isOther = paper > 0.8;
  return {
    function: done ?? 'print',
    colour: features.colours && done !== 'receive' && colour < colourShare,
    // Now and then something lies in the tray that no counter has a size for.
    paper:
      paper > 0.995 ? 'Letter' : isOther ? (sizes[Math.floor(((paper - 0.8) * 5) ** 2 * sizes.length)] ?? 'A4') : 'A4',
    pages: 1 + Math.floor(pages ** 3 * 24),
    duplex: sides < 0.45,
    duty: duties[Math.floor(duty * duties.length)] ?? 'A',
    own: features.own[Math.floor(own * features.own.length)] ?? null,
  };
}

/** What a job adds to a counter, by what that counts (C-08 identities): a received page is a printed one of its colour. */
export function countedBy(counter: Dimensions & { code: string }, job: Job): number {
  const { colour, size, paper, duty, duplex, total, function: done } = counter;
  const scans = job.function === 'scan' || job.function === 'scanSend';
  if (scans) return done === job.function && colour === undefined ? job.pages : 0;
  if (duplex) return job.duplex ? Math.floor(job.pages / 2) : 0;
  if (total) return job.pages;
  if (done === undefined && !colour && !size && !paper && !duty) return counter.code === job.own ? job.pages : 0;
  const printed = colour !== undefined && job.function === 'receive' ? 'print' : job.function;
  const fits =
    (done === undefined || done === printed) &&
    (colour === undefined || (colour === 'colour') === job.colour) &&
    (size === undefined || (size === 'large') === large.includes(job.paper)) &&
    (paper === undefined || paper === job.paper) &&
    (duty === undefined || duty === job.duty);
  return fits ? job.pages : 0;
}

/** Black goes onto every page, the other colours onto those in colour. */
function use({ features }: MadeUpPrinter, supplies: Record<string, number>, job: Job): void {
  if (job.function === 'scan' || job.function === 'scanSend') return;
  for (const [at, code] of features.supplies.entries())
    if (at === 0 || job.colour)
      supplies[code] = (supplies[code] ?? 0) - (job.pages / pagesOfCartridge) * 100 * (coverages[at] ?? 1);
}
