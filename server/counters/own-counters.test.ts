import { readSheet } from 'read-excel-file/node';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newReached } from '../../tools/test/mail-notices.ts';
import type { Colleague } from '../../tools/test/organizations.ts';
import { counted, countedBy, givePrinter, moveTo, reportAs, type TestPrinter } from '../../tools/test/printers.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { countersOfNobody, sixthSite, writeSixthSite } from '../../tools/test/sixth-site.ts';

let server: TestServer;
let owner: Colleague;
let first: TestPrinter;
let second: TestPrinter;

const paper = /枚|用紙|sheet|paper|impression/i;
const at = (civil: string) => new Date(`${civil}+09:00`);

beforeAll(async () => {
  const moreSites = { [sixthSite]: (folder: string) => writeSixthSite(folder, countersOfNobody) };
  server = await startTestServer({ moreSites, startAt: at('2026-10-20T09:00') });
  const founder = await newReached(server, { site: sixthSite });
  first = await givePrinter(server, founder, { site: sixthSite, model: 'KC-100', installation: '1 階' });
  second = await givePrinter(server, founder, { site: sixthSite, model: 'KC-200', installation: '2 階' });
  await reportAs(server, first, [counted(server.clock.now(), { total: 100, black: 60, milk: 40 })]);
  await reportAs(server, second, [counted(server.clock.now(), { total: 30, black: 30, beans_changed: 2 })]);
  moveTo(server, at('2026-11-10T09:00'));
  await reportAs(server, first, [
    counted(server.clock.now(), { total: 150, black: 85, milk: 65 }),
    countedBy(server.clock.now(), { kitchen: { total: 9, milk: 7 } }),
  ]);
  await reportAs(server, second, [counted(server.clock.now(), { total: 45, black: 45, beans_changed: 3 })]);
  moveTo(server, at('2026-12-02T09:00'));
  owner = await newReached(server, { site: sixthSite, organization: founder.organization });
});
afterAll(() => server.close());

async function ask(path: string) {
  const answer = await owner.call('GET', `${owner.path}/${path}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer;
}

type Figures = { figures: { value: number | null }[] };
const valuesOf = ({ figures }: Figures) => figures.map(({ value }) => value);

test('P-01 what the site’s data alone know stands in the site’s words, and nothing counts sheets', async () => {
  const { body } = await owner.call('GET', '');
  const { counters } = body['capabilities'] as { counters: Record<string, unknown> };
  const cups = { ja: '杯', en: 'cups' };
  expect(counters).toMatchObject({
    own: [
      { place: 'own:black', name: { ja: 'ブラック', en: 'Black coffee' }, unit: cups },
      { place: 'own:milk', name: { ja: 'ミルク入り', en: 'With milk' }, unit: cups },
      { place: 'own:beans_changed', name: { ja: '豆の交換', en: 'Bean changes' }, unit: null },
    ],
    totalUnit: cups,
    sheets: false,
  });
});

test('P-01 C-06 C-07 own counters have a tab with the total first; models that use the same code share the column', async () => {
  const columns = ['total', 'own:black', 'own:milk', 'own:beans_changed'];
  const month = (await ask('counters/periods/2026-11?tab=own&sort=-own:black')).body;
  expect(month).toMatchObject({ columns, totals: { figures: [65, 40, 25, 1] } });
  const items = month['items'] as (Figures & { name: string })[];
  expect(items.map((item) => [item.name, ...valuesOf(item)])).toEqual([
    ['1 階', 50, 25, 25, null],
    ['2 階', 15, 15, null, 1],
  ]);
  const turned = (await ask('counters/periods/2026-11?tab=own&sort=own:black')).body['items'] as { name: string }[];
  expect(turned.map(({ name }) => name)).toEqual(['2 階', '1 階']);
  const day = (await ask('counters/periods/2026-11-10?by=day&tab=own')).body;
  expect(day).toMatchObject({ columns, totals: { figures: [65, 40, 25, 1] } });
  const overview = (await ask('counters?from=2026-10&to=2026-11')).body;
  expect(overview).toMatchObject({ totals: { figures: [130, 65], total: 195 } });
  const device = (await ask(`counters/devices/${second.device}?from=2026-10&to=2026-11`)).body;
  expect(device['tabs']).toMatchObject([
    { tab: 'own', columns: ['total', 'own:black', 'own:beans_changed'], total: [45, 45, 3] },
  ]);
});

test.each([
  ['ja', ['総合計（杯）', 'ブラック（杯）', 'ミルク入り（杯）', '豆の交換', '備考']],
  ['en', ['Total (cups)', 'Black coffee (cups)', 'With milk (cups)', 'Bean changes', 'Remarks']],
] as const)('P-01 the files have the site’s columns: %s', async (language, headings) => {
  const query = `language=${language}&from=2026-10&to=2026-11&kind=cumulative`;
  const { text } = await ask(`exports/counters?format=csv&${query}`);
  const lines = text.trim().split('\r\n');
  const rows = lines.slice(-5).map((line) => line.split(',').slice(6));
  expect(rows).toEqual([
    [{ ja: '期間', en: 'Period' }[language], ...headings],
    ['"2026-10"', '100', '60', '40', '', ''],
    ['"2026-11"', '150', '85', '65', '', ''],
    ['"2026-10"', '30', '30', '', '2', ''],
    ['"2026-11"', '45', '45', '', '3', ''],
  ]);
  expect(text).not.toMatch(paper);
  const alone = await ask(`exports/counters?format=csv&${query}&tab=own&device=${second.device}`);
  expect(alone.text.trim().split('\r\n').at(-1)?.split(',').slice(6)).toEqual(['"2026-11"', '45', '45', '3', '']);
  const cookie = [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const address = `${server.url}/api/${sixthSite}${owner.path}/exports/counters?format=xlsx&${query}`;
  const workbook = await fetch(address, { headers: { cookie } });
  const sheet = await readSheet(Buffer.from(await workbook.arrayBuffer()));
  expect(sheet.find((row) => row.includes(headings[1]))?.slice(7)).toEqual(headings);
  expect(sheet.at(-1)?.slice(6, 11)).toEqual(['2026-11', 45, 45, null, 3]);
});

test('C-12 a department has them as well; what the site does not count it has not', async () => {
  const milk = (await ask('departments?from=2026-11&to=2026-11&place=own:milk')).body;
  expect(milk).toMatchObject({ place: 'own:milk', totals: { figures: [7], total: 7 } });
  const { text } = await ask('exports/departments?format=csv&language=ja&from=2026-11&to=2026-11&place=own:milk');
  expect(text).toContain('ミルク入り（杯）');
  expect(text).not.toMatch(paper);
  expect((await ask('departments?from=2026-11&to=2026-11&place=own:tea')).body).toMatchObject({ items: [] });
  expect((await owner.call('GET', `${owner.path}/departments?from=2026-11&to=2026-11&place=own:`)).status).toBe(400);
});

test('C-13 the monthly report has their figures in mail, workbook and PDF, without a word of sheets', async () => {
  expect((await owner.create(`${owner.path}/monthly-report/mailings`, {})).status).toBe(204);
  const mail = await server.mail.waitFor(({ to, attachments }) => to === owner.mail && attachments.length > 0);
  expect(mail.text).toContain('2026年11月の使用数');
  expect(mail.text).toContain('2026年11月の合計：65');
  const [book, pdf] = mail.attachments;
  if (!book || !pdf) throw new Error('not both files');
  const [headings, total, ...rows] = await readSheet(book.content, 2);
  expect(headings).toEqual([
    '機器名',
    '製造番号',
    '総合計（杯）',
    'ブラック（杯）',
    'ミルク入り（杯）',
    '豆の交換',
    '備考',
  ]);
  expect(total?.slice(2, 6)).toEqual([65, 40, 25, 1]);
  expect(rows.map((row) => row.slice(2, 6))).toEqual([
    [50, 25, 25, null],
    [15, 15, null, 1],
  ]);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf.content)), { mergePages: true });
  expect(text.normalize('NFKC')).toContain('ミルク入り(杯)');
  for (const all of [mail.text, text]) expect(all).not.toMatch(paper);
});
