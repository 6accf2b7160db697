import { expect, test } from 'vitest';
import type { Site } from '../kernel/app.ts';
import { DatabaseAway } from '../kernel/database.ts';
import { watchClosures, type WindowAhead } from './closures.ts';

const site = { id: 'lantern' } as Site;
const at = (text: string) => new Date(`2026-12-10T${text}Z`);
const body = { ja: '点検', en: 'Inspection' };
const window: WindowAhead = { siteId: 'lantern', startsAt: at('12:00:00'), endsAt: at('13:00:00'), body };

function watched(answers: (readonly WindowAhead[] | Error)[]) {
  let atMs = 0;
  let asked = 0;
  const closures = watchClosures(
    async () => {
      const answer = answers[Math.min(asked, answers.length - 1)] ?? [];
      asked += 1;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    () => atMs,
  );
  return { ...closures, passMs: (ms: number) => (atMs += ms), asked: () => asked };
}

test.each([
  ['11:59:59', false],
  ['12:00:00', true],
  ['12:59:59', true],
  ['13:00:00', false],
])('P-04 at %s the site is closed: %s', async (time, closed) => {
  const { closureOf } = watched([[window]]);
  expect((await closureOf(site, at(time))) !== null).toBe(closed);
  expect(await closureOf({ ...site, id: 'kettle' } as Site, at(time))).toBe(null);
});

test('P-04 a thousand requests at once ask once, and once more after a second', async () => {
  const one = watched([[], [window]]);
  const many = () => Promise.all(Array.from({ length: 1_000 }, () => one.closureOf(site, at('12:30:00'))));
  expect((await many()).filter(Boolean)).toEqual([]);
  one.passMs(999);
  expect((await many()).filter(Boolean)).toEqual([]);
  expect(one.asked()).toBe(1);
  one.passMs(1);
  expect((await many()).filter(Boolean)).toHaveLength(1_000);
  expect(one.asked()).toBe(2);
});

test('P-04 what was asked before a change is not kept after it', async () => {
  const one = watched([[], [window]]);
  const before = one.closureOf(site, at('12:30:00'));
  one.forgetClosures();
  expect(await before).toBe(null);
  expect(await one.closureOf(site, at('12:30:00'))).toEqual(window);
});

test('P-04 a database that is away is asked once a second, and every request fails at once meanwhile', async () => {
  const one = watched([new Error('gone'), []]);
  await expect(one.closureOf(site, at('12:30:00'))).rejects.toThrow(DatabaseAway);
  await expect(one.closureOf(site, at('12:30:00'))).rejects.toThrow(DatabaseAway);
  expect(one.asked()).toBe(1);
  one.passMs(1_000);
  expect(await one.closureOf(site, at('12:30:00'))).toBe(null);
});
