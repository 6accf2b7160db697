import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '../../server/config.ts';
import { loadSites } from '../../server/sites/load.ts';
import { namedFiles, namedTests, readPages } from './pages.ts';

type Row = { id: string; state: string; where: string };

/** ASVS 5.0 by section: the last requirement of levels 1 and 2, which stand before those of level 3 there. */
const levelsOneAndTwo: Record<string, number> = {
  '1.1': 2,
  '1.2': 9,
  '1.3': 11,
  '1.4': 3,
  '1.5': 2,
  '2.1': 3,
  '2.2': 3,
  '2.3': 4,
  '2.4': 1,
  '3.2': 2,
  '3.3': 4,
  '3.4': 6,
  '3.5': 5,
  '3.7': 2,
  '4.1': 3,
  '4.2': 1,
  '4.3': 2,
  '4.4': 4,
  '5.1': 1,
  '5.2': 3,
  '5.3': 2,
  '5.4': 3,
  '6.1': 3,
  '6.2': 12,
  '6.3': 4,
  '6.4': 4,
  '6.5': 5,
  '6.6': 3,
  '6.8': 4,
  '7.1': 3,
  '7.2': 4,
  '7.3': 2,
  '7.4': 5,
  '7.5': 2,
  '7.6': 2,
  '8.1': 2,
  '8.2': 3,
  '8.3': 1,
  '8.4': 1,
  '9.1': 3,
  '9.2': 4,
  '11.1': 2,
  '11.2': 3,
  '11.3': 3,
  '11.4': 4,
  '11.5': 1,
  '11.6': 1,
  '12.1': 3,
  '12.2': 2,
  '12.3': 4,
  '13.1': 1,
  '13.2': 5,
  '13.3': 2,
  '13.4': 5,
  '14.1': 2,
  '14.2': 4,
  '14.3': 3,
  '15.1': 3,
  '15.2': 3,
  '15.3': 7,
  '16.1': 1,
  '16.2': 5,
  '16.3': 4,
  '16.4': 3,
  '16.5': 3,
};
/** Of level 3, what we hold ourselves to. */
const levelThree = [
  '1.2.10',
  '1.3.12',
  '2.3.5',
  '3.7.3',
  '6.3.5',
  '6.3.7',
  '6.3.8',
  '6.4.6',
  '7.5.3',
  '8.3.2',
  '8.3.3',
  '11.2.4',
  '13.3.3',
  '13.3.4',
  '15.4.2',
  '16.5.4',
];
const asked = [
  ...Object.entries(levelsOneAndTwo).flatMap(([section, last]) =>
    Array.from({ length: last }, (_, index) => `${section}.${index + 1}`),
  ),
  ...levelThree,
];

const read = (name: string) => ({ path: `docs/${name}`, text: readFileSync(join(checkout, 'docs', name), 'utf8') });
const table = read('asvs.md');
const rows: Row[] = table.text
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const [id = '', , state = '', where = '', ...more] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (more.length > 0) throw new Error(`${id} has too many cells`);
    return { id, state, where };
  });
const sites = await loadSites(join(checkout, 'sites'), 'http://localhost:3000');
const deviations = [...sites.values()].flatMap(({ id, deviations: of }) => of.map(({ asvs }) => ({ site: id, asvs })));

/** Whole numbers in turn, so that 1.2.10 comes after 1.2.9. */
function inOrder(one: string, other: string): number {
  const [left, right] = [one, other].map((id) => id.split('.').map(Number));
  const at = (left ?? []).findIndex((part, index) => part !== right?.[index]);
  return at < 0 ? 0 : (left?.[at] ?? 0) - (right?.[at] ?? 0);
}

test('every requirement of ASVS 5.0 that we answer for stands in docs/asvs.md once, in its order', () => {
  expect(asked.length).toBe(217 + levelThree.length);
  expect(rows.map(({ id }) => id)).toEqual(asked.toSorted(inOrder));
});

test('each says one of three things, and what is met says where', () => {
  const shown = (where: string) => namedFiles({ path: '', text: where }).length > 0 || where.includes('security.md#');
  const odd = rows.filter(({ state, where }) => {
    if (state === 'met') return !shown(where) && where.length < 20;
    return !['not met', 'n/a'].includes(state) || where.length < 5;
  });
  expect(odd).toEqual([]);
});

test('the sites that deviate stand at their requirements, and no others', () => {
  const named = rows.flatMap(({ id, where }) => {
    const [, ids = ''] = /\*Deviates\*: ([\w, -]+)$/.exec(where) ?? [];
    return ids
      .split(', ')
      .filter(Boolean)
      .map((site) => ({ site, asvs: id }));
  });
  const sorted = (list: typeof named) => list.map(({ site, asvs }) => `${asvs} ${site}`).toSorted();
  expect(deviations.length).toBeGreaterThan(10);
  expect(sorted(named)).toEqual(sorted(deviations));
});

const ofSecurity = ['security.md', 'security.ja.md'].map((name) => ({ name, ...read(name) }));

test.each(ofSecurity)('docs/$name counts as the table does, and names the same deviations', ({ text }) => {
  const count = (wanted: string) => rows.filter(({ state }) => state === wanted).length;
  expect(text).toContain(`${count('met')} / ${count('not met')} / ${count('n/a')}`);
  const said = [...text.matchAll(/^\| `(\w+)` \| ([\d., ]+) \|$/gm)].flatMap(([, site = '', ids = '']) =>
    ids.split(', ').map((asvs) => `${asvs} ${site}`),
  );
  expect(said.toSorted()).toEqual(deviations.map(({ site, asvs }) => `${asvs} ${site}`).toSorted());
});

test('every test that a page names by words of its name is there', () => {
  const named = readPages().flatMap((page) => namedTests(page).map((one) => ({ page: page.path, ...one })));
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter(({ file, words }) => !readFileSync(join(checkout, file), 'utf8').includes(words))).toEqual([]);
});
