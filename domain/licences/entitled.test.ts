import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entitlementAt, featuresOf, nextChange, servingAt, type Serving } from './entitled.ts';
import type { LicenceFeature } from './options.ts';

const name = { ja: '機能', en: 'Feature' };
const features: LicenceFeature[] = [
  { code: 'localLive', name, types: ['recorder', 'direct'], expired: true },
  { code: 'sdExport', name, types: ['direct'], expired: true },
  { code: 'remoteLive', name, types: ['recorder', 'direct'], expired: false },
];
const hour = (count: number) => new Date(Date.UTC(2027, 11, 31, count));
const serving = (from: number, until: number, lastDay: string): Serving => ({
  fromAt: hour(from),
  untilAt: hour(until),
  lastDay,
});

describe('L-08 what a device may do', () => {
  test.each([
    ['recorder', true, { localLive: true, sdExport: false, remoteLive: true }],
    ['recorder', false, { localLive: true, sdExport: false, remoteLive: false }],
    ['direct', true, { localLive: true, sdExport: true, remoteLive: true }],
    ['direct', false, { localLive: true, sdExport: true, remoteLive: false }],
  ])('type %s, licensed %s', (type, isLicensed, expected) => {
    expect(featuresOf(features, type, isLicensed)).toEqual(expected);
  });

  const two = [serving(0, 15, '2027-12-31'), serving(15, 900, '2028-01-31')];
  test.each([
    ['no licence ever', [], 5, false, null, 29],
    ['a licence to come', [serving(10, 99, '2028-01-31')], 5, false, null, 10],
    ['licensed for long', [serving(0, 99, '2028-01-31')], 5, true, '2028-01-31', 29],
    ['a moment before the end', [serving(0, 15, '2027-12-31')], 14.999, true, '2027-12-31', 15],
    ['at the end', [serving(0, 15, '2027-12-31')], 15, false, '2027-12-31', 39],
    ['taken over at the end', two, 15, true, '2028-01-31', 39],
    ['before it is taken over', two, 14, true, '2027-12-31', 15],
  ])('%s', (_, servings, at, isLicensed, lastDay, validUntil) => {
    const now = new Date(Date.UTC(2027, 11, 31) + at * 3_600_000);
    const answer = entitlementAt({ features, type: 'direct', servings }, now);
    expect(answer.isLicensed).toBe(isLicensed);
    expect(answer.features.remoteLive).toBe(isLicensed);
    expect(answer.lastDay).toBe(lastDay);
    expect(answer.validUntil).toEqual(hour(validUntil));
  });

  test('within its validity an answer stays true, and no answer holds longer than a day', () => {
    const pieces = fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 90 })), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        pieces,
        fc.integer({ min: 0, max: 90 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (some, at, part) => {
          const servings = some.map(([from, length]) => serving(from, from + length, '2028-01-31'));
          const now = hour(at);
          const answer = entitlementAt({ features, type: 'recorder', servings }, now);
          const left = answer.validUntil.getTime() - now.getTime();
          expect(left).toBeGreaterThan(0);
          expect(left).toBeLessThanOrEqual(24 * 3_600_000);
          const within = new Date(now.getTime() + Math.floor(part * (left - 1)));
          expect(servingAt(servings, within) !== undefined).toBe(answer.isLicensed);
          const change = nextChange(servings, now);
          expect(change === null || change > now).toBe(true);
        },
      ),
    );
  });
});
