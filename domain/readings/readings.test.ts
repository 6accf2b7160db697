import { createHmac } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bootstrapProof } from './bootstrap.ts';
import { decodeValues, isEmpty, metricTable } from './decode.ts';
import { markFalls } from './falls.ts';
import { mergeReadings } from './merge.ts';
import { readingOptionsSchema, sampleDaysBackMax } from './options.ts';
import type { Metric, Reading } from './reading.ts';
import { minuteMs, rollUpDay, rollUpMinutes, withoutMarked, type Sample } from './roll-up.ts';
import { checkSampleTime, sampleAheadMaxMs, sampleBehindMaxMs } from './window.ts';

const metrics: Metric[] = [
  { code: 'power', kind: 'number', cumulative: false, min: 0, max: 100 },
  { code: 'on', kind: 'boolean', cumulative: false },
  { code: 'mode', kind: 'text', cumulative: false },
  { code: 'energy', kind: 'integer', cumulative: true },
];
const table = metricTable(metrics);
const now = Date.UTC(2026, 10, 21);

describe('E-10 what a message says is put in its places', () => {
  test.each([
    [{ energy: 5, power: 1.5 }, { measured: [1.5, null, null, 5], texts: null, marks: null }, []],
    [{ on: false, mode: 'eco' }, { measured: [null, 0], texts: { 2: 'eco' }, marks: null }, []],
    [{ power: 100 }, { measured: [100], texts: null, marks: null }, []],
    [{ power: 100.1 }, { measured: [100.1], texts: null, marks: [0] }, []],
    [{ power: -1, warp: 9 }, { measured: [-1], texts: null, marks: [0] }, [{ code: 'metric-unknown', metric: 'warp' }]],
    [{ power: true }, { measured: [], texts: null, marks: null }, [{ code: 'value-kind', metric: 'power' }]],
    [
      { energy: 1.5, on: 1, mode: 2 },
      { measured: [], texts: null, marks: null },
      ['energy', 'on', 'mode'].map((metric) => ({ code: 'value-kind', metric })),
    ],
  ])('%j', (values, reading, faults) => {
    expect(decodeValues(table, values)).toEqual({ reading, faults });
  });

  test('nothing known is nothing to store', () => {
    expect(isEmpty(decodeValues(table, { warp: 1 }).reading)).toBe(true);
    expect(isEmpty(decodeValues(table, { mode: 'eco' }).reading)).toBe(false);
  });

  test('a counter that falls is marked, a gap is none, and other metrics may fall', () => {
    const reading = (measured: (number | null)[]): Reading => ({ measured, texts: null, marks: null });
    expect(markFalls(table, [5, null, null, 10], reading([4, null, null, 9])).marks).toEqual([3]);
    expect(markFalls(table, [5], reading([4, null, null, 9])).marks).toBeNull();
    expect(markFalls(table, [null, null, null, 10], reading([null, null, null, 10])).marks).toBeNull();
  });
});

test.each([
  [sampleAheadMaxMs, true],
  [sampleAheadMaxMs + 1, 'time-ahead'],
  [-sampleBehindMaxMs, true],
  [-sampleBehindMaxMs - 1, 'time-behind'],
])('E-10 a sample %i ms from now: %s', (offsetMs, expected) => {
  const verdict = checkSampleTime(now + offsetMs, now);
  expect(verdict.ok || verdict.code).toBe(expected);
});

const value = fc.option(fc.integer({ min: -3, max: 3 }), { nil: null });
const readings: fc.Arbitrary<Reading> = fc.record({
  measured: fc.array(value, { maxLength: 4 }),
  texts: fc.option(fc.dictionary(fc.constantFrom('5', '6'), fc.constantFrom('a', 'b')), { nil: null }),
  marks: fc.constant(null),
});

describe('E-10 two messages of one time are one', () => {
  test('the same once more changes nothing, and the first one’s values stay', () => {
    fc.assert(
      fc.property(readings, readings, (first, second) => {
        const { reading, grown, differing } = mergeReadings(first, second);
        expect(mergeReadings(reading, second)).toEqual({ reading, grown: false, differing });
        expect(mergeReadings(reading, first)).toMatchObject({ grown: false, differing: 0 });
        const kept = first.measured.map((one, ordinal) => one ?? reading.measured[ordinal]);
        expect(reading.measured.slice(0, kept.length)).toEqual(kept);
        const turned = mergeReadings(second, first).reading.measured;
        expect(differing > 0 || isDeepStrictEqual(turned, reading.measured)).toBe(true);
        const before = reading.measured.slice(0, first.measured.length);
        expect(grown || isDeepStrictEqual(before, first.measured)).toBe(true);
      }),
    );
  });

  test('marks go with the values they are about', () => {
    const first = { measured: [1, null], texts: null, marks: [0] };
    const second = { measured: [2, 3], texts: null, marks: [0, 1] };
    expect(mergeReadings(first, second)).toEqual({
      reading: { measured: [1, 3], texts: null, marks: [0, 1] },
      grown: true,
      differing: 1,
    });
  });
});

const samples: fc.Arbitrary<Sample[]> = fc.uniqueArray(
  fc.record({ timeMs: fc.integer({ min: now, max: now + 5 * minuteMs }), measured: fc.array(value, { maxLength: 3 }) }),
  { selector: ({ timeMs }) => timeMs, maxLength: 30 },
);

describe('P-34 raw becomes minutes, minutes become days', () => {
  test('any order of arrival gives the same, so late data correct what was there', () => {
    fc.assert(
      fc.property(samples, fc.integer(), (given, turn) => {
        const shuffled = given.toSorted((a, b) => ((a.timeMs * 7 + turn) % 13) - ((b.timeMs * 7 + turn) % 13));
        expect(rollUpMinutes(shuffled)).toEqual(rollUpMinutes(given));
      }),
    );
  });

  test('a minute holds what its messages hold', () => {
    fc.assert(
      fc.property(samples, (given) => {
        for (const { timeMs, spans } of rollUpMinutes(given))
          spans.forEach((span, ordinal) => {
            const inIt = given.filter((one) => Math.floor(one.timeMs / minuteMs) * minuteMs === timeMs);
            const values = inIt.flatMap(({ measured }) => measured[ordinal] ?? []);
            expect(span?.count ?? 0).toBe(values.length);
            if (!span) return;
            expect(span.mean).toBeCloseTo(values.reduce((sum, one) => sum + one, 0) / values.length, 9);
            expect([span.low, span.high]).toEqual([Math.min(...values), Math.max(...values)]);
          });
      }),
    );
  });

  test('a busy minute weighs as much as a quiet one, and a gap is no zero', () => {
    const minutes = rollUpMinutes([
      { timeMs: now, measured: [10, null] },
      { timeMs: now + 1, measured: [20, 7] },
      { timeMs: now + minuteMs, measured: [3, null, null] },
    ]);
    expect(minutes.map(({ spans }) => spans.map((span) => span?.mean ?? null))).toEqual([
      [15, 7],
      [3, null, null],
    ]);
    expect(rollUpDay(minutes)).toEqual([
      { count: 2, mean: 9, low: 3, high: 20, first: 10, last: 3 },
      { count: 1, mean: 7, low: 7, high: 7, first: 7, last: 7 },
      null,
    ]);
    expect(rollUpDay([])).toEqual([]);
    expect(withoutMarked([1, 2], [1])).toEqual([1, null]);
  });
});

test('E-10 the proof is an HMAC over fields that cannot run into each other', () => {
  const secret = Buffer.alloc(32, 7);
  const claim = { site: 'kettle', serial: 'AB1', challenge: 'xyz' };
  const message = Buffer.from('bootstrap\0\0\x06kettle\0\x03AB1\0\x03xyz', 'latin1');
  expect(bootstrapProof(secret, claim)).toBe(createHmac('sha256', secret).update(message).digest('hex'));
  expect(bootstrapProof(secret, { ...claim, serial: 'AB', challenge: '1xyz' })).not.toBe(bootstrapProof(secret, claim));
});

test('E-10 nothing that may still be late is dropped', () => {
  const options = (rawDays: number) =>
    readingOptionsSchema.safeParse({ factorySecret: { master: 'gateway-1' }, keep: { rawDays } });
  expect([options(sampleDaysBackMax).success, options(sampleDaysBackMax + 1).success]).toEqual([false, true]);
});
