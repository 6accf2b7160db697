import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fall, flappingSpanMs, rise, risesMax, settle, type Course, type Step } from './course.ts';

const minute = 60_000;

/** Rises and falls by turns at these minutes; what each came to. */
function run(minutes: readonly number[]): { did: Step['did'][]; course: Course | null } {
  let course: Course | null = null;
  const did = minutes.map((at, index) => {
    const step: Step | null = index % 2 === 0 ? rise(course, at * minute) : fall(course, at * minute);
    if (!step) throw new Error('nothing fell');
    course = step.course;
    return step.did;
  });
  return { did, course };
}

describe('E-08 a cause raises an alarm once and ends it once', () => {
  test('what is there already, or gone already, changes nothing', () => {
    const { course } = rise(null, 0);
    expect(rise(course, minute)).toEqual({ course, did: 'nothing' });
    const gone = fall(course, minute);
    expect(gone).toMatchObject({ did: 'cleared', course: { open: false, isOn: false } });
    expect(fall(gone?.course ?? null, 2 * minute)).toMatchObject({ did: 'nothing' });
    expect(fall(null, 0)).toBeNull();
  });

  test('P-35 the fourth rise within an hour is flapping: one open alarm that counts on', () => {
    const { did, course } = run([0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50]);
    expect(did.slice(0, 6)).toEqual(['raised', 'cleared', 'raised', 'cleared', 'raised', 'cleared']);
    expect(did.slice(6)).toEqual(['flapping', 'changed', 'changed', 'changed', 'changed']);
    expect(course).toMatchObject({ open: true, isOn: true, flapping: true, rises: 6 });
  });

  test.each([
    ['three within the hour and one a moment later', [0, 1, 20, 21, 40, 41, 60], 'raised'],
    ['the fourth a moment before the hour is over', [0.5, 1, 20, 21, 40, 41, 60], 'flapping'],
  ] as const)('%s', (_, minutes, last) => {
    expect(run(minutes).did.at(-1)).toBe(last);
  });

  test('it ends when the cause has stayed away for an hour, and not a moment sooner', () => {
    const { course } = run([0, 1, 2, 3, 4, 5, 6, 7]);
    if (!course) throw new Error('no course');
    const quietMs = 7 * minute + flappingSpanMs;
    expect(settle(course, quietMs - 1).did).toBe('nothing');
    const ended = settle(course, quietMs);
    expect(ended).toMatchObject({ did: 'cleared', course: { open: false } });
    expect(settle(ended.course, quietMs + minute).did).toBe('nothing');
    expect(rise(ended.course, quietMs + minute)).toMatchObject({
      did: 'raised',
      course: { rises: 1, flapping: false },
    });
  });

  test('while the cause is there nothing ends by itself', () => {
    const { course } = run([0, 1, 2, 3, 4, 5, 6]);
    expect(course && settle(course, 48 * flappingSpanMs).did).toBe('nothing');
  });

  test('whatever comes: beginnings and ends by turns, and few beginnings an hour', () => {
    const moves = fc.array(fc.record({ on: fc.boolean(), afterMs: fc.integer({ min: 0, max: 40 * minute }) }));
    fc.assert(
      fc.property(moves, (made) => {
        let course: Course | null = null;
        let atMs = 0;
        const began: number[] = [];
        const ended: number[] = [];
        for (const { on, afterMs } of made) {
          atMs += afterMs;
          const steps: ((before: Course | null) => Step | null)[] = [
            (before) => before && settle(before, atMs),
            (before) => (on ? rise(before, atMs) : fall(before, atMs)),
          ];
          for (const take of steps) {
            const step = take(course);
            if (!step) continue;
            course = step.course;
            if (step.did === 'raised' || step.did === 'flapping') began.push(atMs);
            if (step.did === 'cleared') ended.push(atMs);
          }
        }
        expect(began.length - ended.length).toBe(course?.open ? 1 : 0);
        for (const start of began) {
          const within = began.filter((one) => one >= start && one < start + flappingSpanMs);
          expect(within.length).toBeLessThanOrEqual(risesMax + 1);
        }
      }),
    );
  });
});
