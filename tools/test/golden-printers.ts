import { figures } from './counter-figures.ts';
import type { Registrant } from './devices.ts';
import { counted, givePrinter, letTimePass, moveTo, type PrinterReport, type TestPrinter } from './printers.ts';
import type { TestServer } from './server.ts';

type Values = Record<string, number>;
type Name = keyof typeof figures.A04.input.usage;
type AugustName = keyof typeof figures.A15.input.rows;

/** `d1` … `d8` of the examples, called 複合機 1 … 複合機 8. */
export type GoldenFleet = Record<Name, TestPrinter>;
/** `d1`, `d2` and `d3` of one month, and all others of the fleet as one printer. */
export type AugustFleet = Record<AugustName, TestPrinter>;

export const goldenMonths = figures.A04.input.months;
export const goldenNames = Object.keys(figures.A04.input.usage) as Name[];
const augustNames = Object.keys(figures.A15.input.rows) as AugustName[];

/** Where a server's clock has to stand before. */
export const goldenStart = atTokyo('2021-07-10T09:00');

const totalBases: Record<Name, number> = {
  d1: figures.A01.input.base,
  d2: figures.A03.input.base,
  d3: 1000,
  d4: 0,
  d5: 50000,
  d6: 0,
  d7: 900000,
  d8: 1,
};
/** What the examples do not say of the first one is made up so that everything adds up (C-08 identities). */
const mains = figures.A07.input.counters;
const mainsBase = [177556, 61753, 115803, 15950, 3010, 58743, 11212, 104591];
const functionsBase = [177556, 6389, 7197, 163970, 12000, 50282];
const functionsOfFirstPicture = [504, 40, 0, 464, 12, 160];
const colourCopyBase = 2100;
const paperBase = { paperA3: 14170, paperA4: 160_000, paperB4: 210, paperB5: 176 };

export function atTokyo(civil: string): Date {
  return new Date(`${civil}+09:00`);
}

function named(keys: readonly string[], values: readonly number[]): Values {
  return Object.fromEntries(keys.map((key, index) => [key, values[index] ?? 0]));
}

function sumOf(rows: readonly (readonly number[])[]): number[] {
  return (rows[0] ?? []).map((_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0));
}

/** What the first printer stands at after so many months, of which the last one may be a picture of the running month. */
function firstPrinter(months: number, running = false): Values {
  const { columns, rows } = figures.A12.input;
  const functions = goldenMonths.slice(0, months).map((month) => rows[month]);
  const counted = running ? [...functions.slice(0, -1), functionsOfFirstPicture] : functions;
  const [total = 0, copy = 0, ...others] = sumOf([functionsBase, ...counted]);
  const month = goldenMonths[months - 1];
  const before = figures.A07.input.cumulative['2021-10'];
  const atMonth = month ? figures.A07.input.cumulative[month] : mainsBase;
  const main = named(mains, running ? sumOf([before, [...figures.A08.input.rows['2021-11'], 9, 427]]) : atMonth);
  const copied = copy - (functionsBase[1] ?? 0);
  const colourCopy = colourCopyBase + Math.floor(copied / 2);
  const grown = total - (functionsBase[0] ?? 0);
  return {
    ...named(columns, [total, copy, ...others]),
    ...main,
    colourCopy,
    colourPrint: (main['colour'] ?? 0) - colourCopy,
    monoCopy: copy - colourCopy,
    monoPrint: (main['mono'] ?? 0) - (copy - colourCopy),
    paperA3: paperBase.paperA3 + Math.floor(grown / 32),
    paperA4: paperBase.paperA4 + Math.floor((grown * 9) / 10),
    paperB4: paperBase.paperB4 + Math.floor(grown / 64),
    paperB5: paperBase.paperB5 + Math.floor(grown / 128),
  };
}

function totalAfter(name: Name, months: number): Values {
  const usage = figures.A04.input.usage[name].slice(0, months);
  return { total: usage.reduce<number>((sum, one) => sum + one, totalBases[name]) };
}

/**
 * Printers that counted what the examples say (C-16), in the first picture of their running month: A01, A04, A08. Four months pass; the
 * clock stands at 2021-11-16 09:00 in Tokyo then, so people have to log in anew. With `august`, that owner has the fleet of A15; `beside` is what other
 * printers say in these months.
 */
export async function giveGoldenFleet(
  server: TestServer,
  owner: Registrant,
  { august, beside = [] }: { august?: Registrant; beside?: readonly PrinterReport[] } = {},
): Promise<{ fleet: GoldenFleet; august: AugustFleet | null }> {
  const give = async <K extends string>(who: Registrant, names: readonly K[], word: (name: K) => string) => {
    const entries: [K, TestPrinter][] = [];
    for (const name of names) entries.push([name, await givePrinter(server, who, { installation: word(name) })]);
    return Object.fromEntries(entries) as Record<K, TestPrinter>;
  };
  const fleet = await give(owner, goldenNames, (name) => name.replace('d', '複合機 '));
  const others = august ? await give(august, augustNames, (name) => name.replace('d', '複合機 ')) : null;
  const reports = goldenNames.flatMap((name) => monthsOf(name, fleet[name]));
  await letTimePass(server, [...reports, ...beside, ...(others ? augustOf(others) : [])]);
  moveTo(server, atTokyo('2021-11-16T09:00'));
  return { fleet, august: others };
}

/** The later picture of the running month: A03, A06, A07, A12. The clock stands at 2021-11-17 09:00 then. */
export async function countOn(server: TestServer, { d1, d2 }: GoldenFleet): Promise<void> {
  const at = atTokyo('2021-11-16T12:00');
  const total = figures.A03.input.lastInMonth[3];
  await letTimePass(server, [
    { printer: d1, message: counted(at, firstPrinter(4)) },
    { printer: d2, message: counted(at, { total }) },
  ]);
  moveTo(server, atTokyo('2021-11-17T09:00'));
}

function monthsOf(name: Name, printer: TestPrinter): PrinterReport[] {
  return ['2021-07', ...goldenMonths].map((month, index) => {
    const values = name === 'd1' ? firstPrinter(index, index === goldenMonths.length) : totalAfter(name, index);
    return { printer, message: counted(atTokyo(`${month}-15T12:00`), values) };
  });
}

/** Everything that the fleet counted in one month, of which three printers stand in rows. */
function augustOf(fleet: AugustFleet): PrinterReport[] {
  const { columns, rows } = figures.A15.input;
  const rest = rows.fleet.map((all, at) => all - (rows.d1[at] ?? 0) - (rows.d2[at] ?? 0) - (rows.d3[at] ?? 0));
  return augustNames.flatMap((name) => {
    const usage = name === 'fleet' ? rest : rows[name];
    const base = columns.map(() => 100);
    const read = (day: string, values: readonly number[]) => ({
      printer: fleet[name],
      message: counted(atTokyo(`${day}T12:00`), named(columns, values)),
    });
    return [read('2021-07-15', base), read('2021-08-15', sumOf([base, [...usage]]))];
  });
}
