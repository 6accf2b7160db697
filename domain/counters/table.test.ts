import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figures } from '../../tools/test/counter-figures.ts';
import { adjustmentOf, isClosed, type Adjustment } from './closing.ts';
import { addDays, addMonths, dayAt, monthOf } from './civil.ts';
import { readEntries, type Entry, type EntryCause } from './entries.ts';
import { marksIn } from './marks.ts';
import { glitchWithinMs, stepsOf, type Said } from './steps.ts';
import { canCarryOn, tableOf, type Row, type Span, type Start } from './table.ts';

const tokyo = [{ fromMs: 0, timeZone: 'Asia/Tokyo' }];
const always: Span = { id: 'one', fromMs: 0, untilMs: Infinity, zones: tokyo };
const hourMs = 3_600_000;
const noneSaid: Said = { resets: [], boards: [] };
const at = (civil: string) => Date.parse(`${civil}+09:00`);

/** The last reading of each month at noon of its 20th. */
function byMonth(base: number | null, months: readonly string[], lasts: readonly (number | null)[]) {
  const [first = ''] = months;
  const before = base === null ? [] : [{ timeMs: at(`${addMonths(first, -1)}-20T12:00`), values: [base] }];
  const readings = months.flatMap((month, index) => {
    const value = lasts[index] ?? null;
    return value === null ? [] : [{ timeMs: at(`${month}-20T12:00`), values: [value] }];
  });
  const { months: rows } = tableOf(
    { counters: 1, readings: [...before, ...readings], said: noneSaid, spans: [always] },
    null,
  );
  return months.map((month) => {
    const row = rows.find(({ period }) => period === month);
    const usage = row?.usage[0] ?? '-';
    const [mark] = marksIn(row?.marks[0] ?? 0);
    return mark ? [usage, mark] : usage;
  });
}

describe('C-16 golden figures', () => {
  test.each(['A01', 'A03', 'A18', 'A19', 'A20'] as const)('%s', (name) => {
    const { input, expected } = figures[name];
    const usage = byMonth(input.base, input.months, input.lastInMonth);
    expect(usage).toEqual(expected.usage);
    const numbers = usage.map((one) => Number(Array.isArray(one) ? one[0] : one)).filter((one) => !Number.isNaN(one));
    expect(numbers.reduce((sum, one) => sum + one, 0)).toBe(expected.total);
  });

  test('A07 eight counters, each by itself', () => {
    const { input, expected } = figures.A07;
    const readings = Object.entries(input.cumulative).map(([month, values]) => ({
      timeMs: at(`${month}-28T12:00`),
      values: [...values],
    }));
    const { months } = tableOf({ counters: input.counters.length, readings, said: noneSaid, spans: [always] }, null);
    expect(Object.fromEntries(months.slice(1).map(({ period, usage }) => [period, usage]))).toEqual(expected);
    expect(months.map(({ lasts }) => lasts)).toEqual(Object.values(input.cumulative));
  });
});

describe('C-08 falls', () => {
  const causes = (values: number[], { gapMs = hourMs, said = noneSaid }: { gapMs?: number; said?: Said } = {}) =>
    stepsOf(
      values.map((value, index) => ({ timeMs: index * gapMs, value })),
      said,
      null,
    ).map(({ cause, usage }) => `${cause} ${usage}`);

  test('a single lower reading followed by the old run is a glitch, at the limit of 24 hours too', () => {
    expect(causes([100, 5, 101])).toEqual(['first 100', 'glitch 0', 'next 1']);
    expect(causes([100, 5, 100], { gapMs: glitchWithinMs })).toEqual(['first 100', 'glitch 0', 'next 0']);
    expect(causes([100, 5, 101], { gapMs: glitchWithinMs + 1 })).toEqual(['first 100', 'restart 5', 'next 96']);
    expect(causes([100, 5, 99])).toEqual(['first 100', 'restart 5', 'next 94']);
  });

  test('a change of board makes it a new run, before or after it; a reset that the device reports holds without a fall too', () => {
    expect(causes([100, 5, 101], { said: { resets: [], boards: [hourMs / 2] } })).toEqual([
      'first 100',
      'restart 5',
      'next 96',
    ]);
    expect(causes([100, 5, 101], { said: { resets: [], boards: [1.5 * hourMs] } })).toEqual([
      'first 100',
      'restart 5',
      'next 96',
    ]);
    expect(causes([100, 150], { said: { resets: [], boards: [hourMs] } })).toEqual(['first 100', 'next 50']);
    expect(causes([100, 150], { said: { resets: [hourMs], boards: [] } })).toEqual(['first 100', 'restart 150']);
    expect(causes([100, 150], { said: { resets: [0], boards: [] } })).toEqual(['first 100', 'next 50']);
    expect(causes([100, 5, 101], { said: { resets: [1.5 * hourMs], boards: [] } })).toEqual([
      'first 100',
      'restart 5',
      'restart 101',
    ]);
  });

  test('of a device that goes to another owner the last reading is the base; its first month is not the first one ever', () => {
    const handedOver = at('2021-09-10T09:00');
    const spans = [
      { ...always, untilMs: handedOver },
      { ...always, id: 'two', fromMs: handedOver },
    ];
    const readings = [
      { timeMs: at('2021-09-01T12:00'), values: [1000] },
      { timeMs: at('2021-09-09T12:00'), values: [1100] },
      { timeMs: at('2021-11-20T12:00'), values: [1150] },
    ];
    const { months } = tableOf({ counters: 1, readings, said: noneSaid, spans }, null);
    expect(months.map(({ span, period, usage, marks }) => [span, period, usage[0], marksIn(marks[0] ?? 0)])).toEqual([
      ['one', '2021-09', 1100, ['first']],
      ['two', '2021-11', 50, ['gap']],
    ]);
  });

  test('a change of the zone cuts nothing anew that was before it', () => {
    const zones = [...tokyo, { fromMs: at('2021-09-02T00:00'), timeZone: 'Europe/Berlin' }];
    expect(dayAt(zones, at('2021-09-01T23:59'))).toBe('2021-09-01');
    expect(dayAt(zones, at('2021-09-02T06:59'))).toBe('2021-09-01');
    expect(dayAt(zones, at('2021-09-02T07:00'))).toBe('2021-09-02');
  });

  test('a correction counts instead of a reading, a withdrawal takes it out, the larger of two readings of one instant counts', () => {
    const entry = (number: number, cause: EntryCause, value: number | null): Entry => ({
      number,
      timeMs: 1,
      cause,
      values: [null, value],
    });
    const valueOf = (...entries: Entry[]) => readEntries(entries).readings[0]?.values[1];
    expect(valueOf(entry(1, 'reported', 5), entry(2, 'reported', 7), entry(3, 'reported', 6))).toBe(7);
    expect(valueOf(entry(1, 'reported', 5), entry(3, 'correction', 2), entry(2, 'correction', 9))).toBe(2);
    expect(valueOf(entry(1, 'reported', 5), entry(2, 'withdrawal', 1))).toBeNull();
    expect(valueOf(entry(1, 'reported', 5), entry(2, 'withdrawal', 1), entry(3, 'correction', 4))).toBe(4);
  });
});

const counters = 2;
const startMs = at('2021-08-01T00:00');
const spanMs = 120 * 24 * hourMs;
const spans: Span[] = [
  { ...always, fromMs: startMs + 5 * 24 * hourMs, untilMs: startMs + 50 * 24 * hourMs },
  { ...always, id: 'two', fromMs: startMs + 50 * 24 * hourMs },
];
const value = fc.option(fc.integer({ min: 0, max: 300 }), { nil: null });
const entry = fc.record({
  // Times often meet, and often lie close together.
  timeMs: fc.integer({ min: 0, max: spanMs / (6 * hourMs) }).map((steps) => startMs + steps * 6 * hourMs),
  cause: fc.oneof(
    { weight: 20, arbitrary: fc.constant('reported' as const) },
    { weight: 1, arbitrary: fc.constantFrom('reset', 'board', 'correction', 'withdrawal') },
  ),
  values: fc.tuple(value, value),
});
const ledger = fc
  .array(entry, { maxLength: 40 })
  .map((found): Entry[] => found.map((one, number) => ({ ...one, number })));

function tableFor(entries: readonly Entry[]) {
  return tableOf({ counters, ...readEntries(entries), spans }, null);
}
const sum = (rows: readonly { usage: readonly (number | null)[] }[], ordinal: number) =>
  rows.reduce((total, { usage }) => total + (usage[ordinal] ?? 0), 0);

/** Rows by span and period, without zeros that say nothing. */
function byKey(rows: readonly Row[]): Record<string, unknown> {
  const filled = (list: readonly (number | null)[], none: number | null) =>
    Array.from({ length: counters }, (_, ordinal) => list[ordinal] ?? none);
  return Object.fromEntries(
    rows.map(({ span, period, usage, lasts, marks }) => [
      `${span} ${period}`,
      [filled(usage, null), filled(lasts, null), filled(marks, 0)],
    ]),
  );
}

describe('C-08 laws', () => {
  test('any order of arrival, duplicates included, gives the same table', () => {
    fc.assert(
      fc.property(ledger, fc.infiniteStream(fc.nat()), (entries, picks) => {
        const twice = entries.flatMap((one, index) => (index % 3 === 0 ? [one, one] : [one]));
        const shuffled = twice
          .map((one) => ({ one, by: picks.next().value ?? 0 }))
          .toSorted((a, b) => a.by - b.by)
          .map(({ one }) => one);
        const [known, other] = [tableFor(entries), tableFor(shuffled)];
        expect(byKey(other.days)).toEqual(byKey(known.days));
        expect(byKey(other.months)).toEqual(byKey(known.months));
      }),
    );
  });

  test('days add up to their month; no usage is below zero', () => {
    fc.assert(
      fc.property(ledger, (entries) => {
        const { days, months } = tableFor(entries);
        for (const month of months)
          for (let ordinal = 0; ordinal < counters; ordinal += 1) {
            const own = days.filter(({ span, period }) => span === month.span && monthOf(period) === month.period);
            expect(sum(own, ordinal)).toBe(month.usage[ordinal] ?? 0);
            expect(month.usage[ordinal] ?? 0).toBeGreaterThanOrEqual(0);
          }
      }),
    );
  });

  test('usage of all periods is the last value less the first base and all that was counted off by resets', () => {
    fc.assert(
      fc.property(ledger, fc.option(fc.integer({ min: 0, max: 300 }), { nil: null }), (entries, base) => {
        const all = { ...always, fromMs: -Infinity };
        const stand = base === null ? null : { timeMs: startMs - hourMs, value: base, reset: false, board: false };
        const start: Start = { atMs: startMs, stands: [stand, stand], month: null };
        const { months, steps } = tableOf({ counters, ...readEntries(entries), spans: [all] }, start);
        for (let ordinal = 0; ordinal < counters; ordinal += 1) {
          const counted = (steps[ordinal] ?? []).filter(({ cause }) => cause !== 'glitch');
          const last = counted.at(-1)?.value ?? base ?? 0;
          const dropped = counted.reduce((total, step) => total + step.dropped, 0);
          expect(sum(months, ordinal)).toBe(last - (base ?? 0) + dropped);
        }
      }),
    );
  });

  test.each([
    ['in the order of time', 0],
    ['a little out of order', 5],
  ])('carried on from where it can be, a table is the one of all readings, %s', (_, disorderMax) => {
    fc.assert(
      fc.property(ledger, fc.infiniteStream(fc.nat(disorderMax)), fc.infiniteStream(fc.nat(3)), (all, late, sizes) => {
        const entries = all
          .toSorted((a, b) => a.timeMs - b.timeMs)
          .map((one, at) => ({ one, place: at + (late.next().value ?? 0) }))
          .toSorted((a, b) => a.place - b.place)
          .map(({ one }, number) => ({ ...one, number }));
        let stand: Start | null = null;
        const [days, months] = [new Map<string, unknown>(), new Map<string, unknown>()];
        for (let had = 0; had < entries.length;) {
          const news = entries.slice(had, had + 1 + (sizes.next().value ?? 0));
          had += news.length;
          const times = news.map(({ timeMs }) => timeMs);
          const start: Start | null = canCarryOn(stand, times) ? stand : null;
          const some = entries.slice(0, had).filter(({ timeMs }) => timeMs >= (start?.atMs ?? -Infinity));
          const table = tableOf({ counters, ...readEntries(some), spans }, start);
          for (const [key, row] of Object.entries(byKey(table.days))) days.set(key, row);
          for (const [key, row] of Object.entries(byKey(table.months))) months.set(key, row);
          stand = table.next ?? start;
        }
        const whole = tableFor(entries);
        expect(Object.fromEntries(days)).toEqual(byKey(whole.days));
        expect(Object.fromEntries(months)).toEqual(byKey(whole.months));
      }),
      { numRuns: 1_000 },
    );
  });

  test('closed months and their adjustments are together what any order would have given', () => {
    fc.assert(
      fc.property(ledger, fc.infiniteStream(fc.integer({ min: 0, max: 31 })), (entries, lates) => {
        const arrivals = entries
          .map((one) => ({ one, nowMs: one.timeMs + (lates.next().value ?? 0) * 24 * hourMs }))
          .toSorted((a, b) => a.nowMs - b.nowMs);
        const kept = new Map<string, Row>();
        const lines: Adjustment[] = [];
        const had: Entry[] = [];
        for (const { one, nowMs } of arrivals) {
          had.push(one);
          const today = dayAt(tokyo, nowMs);
          for (const row of tableFor(had).months) {
            const key = `${row.span} ${row.period}`;
            if (!isClosed(row.period, today, 10)) {
              kept.set(key, row);
              continue;
            }
            const mine = lines.filter(({ span, ofMonth }) => span === row.span && ofMonth === row.period);
            const adjusted = Array.from({ length: counters }, (_, ordinal) => sum(mine, ordinal));
            const line = adjustmentOf(row, { usage: kept.get(key)?.usage ?? null, adjusted }, monthOf(today));
            if (line) lines.push(line);
          }
        }
        for (const row of tableFor(entries).months)
          for (let ordinal = 0; ordinal < counters; ordinal += 1) {
            const closed = kept.get(`${row.span} ${row.period}`)?.usage[ordinal] ?? 0;
            const mine = lines.filter(({ span, ofMonth }) => span === row.span && ofMonth === row.period);
            expect(closed + sum(mine, ordinal)).toBe(row.usage[ordinal] ?? 0);
          }
      }),
    );
  });

  test('a month closes ten days after its end, at midnight of its zone', () => {
    expect(isClosed('2021-10', '2021-11-10', 10)).toBe(false);
    expect(isClosed('2021-10', '2021-11-11', 10)).toBe(true);
    expect(isClosed('2021-12', addDays('2022-01-01', 10), 10)).toBe(true);
  });
});
