import { afterEach, expect, test } from 'vitest';
import { servePages, type RunningUnit } from '../pages/serve.ts';
import { shownMax } from '../pages/simulation.ts';
import type { KnownPrinter } from './pages.ts';
import type { PrinterOrders, PrinterView } from './device.ts';
import { printerPages } from './routes.ts';

const running: RunningUnit[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
});

const known: KnownPrinter = {
  statuses: [
    { code: 'ready', severity: 'normal', name: { ja: '印刷できます', en: 'Ready' } },
    { code: 'jam', severity: 'error', name: { ja: '紙づまり<b>', en: 'Jammed <b>' } },
  ],
  counters: [{ code: 'total', name: { ja: '総合計', en: 'Total' } }],
  metrics: [{ code: 'tonerBlack', name: { ja: '黒', en: 'Black' } }],
};

/** Printers that do at once what they are told, and a browser before their pages. */
async function start(count = 2) {
  const given: { serial: string; orders: Partial<PrinterOrders> }[] = [];
  const views = Array.from({ length: count }, (_, at): PrinterView => {
    const serial = `C3${String(at).padStart(8, '0')}`;
    const orders = { offline: false, fault: null, mishap: null };
    const state = { atMs: 0, counts: { total: 1_234 }, supplies: { tonerBlack: 55.4 } };
    return { serial, model: 'SP', offline: false, states: ['jam'], orders, state, unacknowledged: 3 };
  });
  const fleet = {
    list: () => views,
    find: (serial: string) => views.find((one) => one.serial === serial),
    order: (serial: string, orders: Partial<PrinterOrders>) => given.push({ serial, orders }) > 0,
  };
  const pages = await servePages(printerPages(fleet, new Map([['SP', known]])), 0);
  running.push(pages);
  const page = async (path: string) => (await fetch(pages.url + path)).text();
  const direct = (serial: string, form: Record<string, string>, origin = pages.url) =>
    fetch(`${pages.url}/${serial}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin },
      body: new URLSearchParams(form),
    });
  return { given, page, direct };
}

test.each([
  ['ja', ['シミュレーターのプリンター', '紙づまり&lt;b&gt;'], ['総合計', '1,234', '55 %', '黒']],
  ['en', ['Simulated printers', 'Jammed &lt;b&gt;'], ['Total', '1,234', '55 %', 'Black']],
] as const)('C-15 a list and a page of each printer, in %s', async (language, inList, onPage) => {
  const { page } = await start();
  const list = await page(`/?lang=${language}`);
  for (const text of inList) expect(list).toContain(text);
  const one = await page(`/C300000001?lang=${language}`);
  for (const text of onPage) expect(one).toContain(text);
  expect(list + one).not.toContain('<b>');
});

test('C-15 a printer is told what to do; what is not known is left as it is, and nobody else tells it', async () => {
  const { given, direct } = await start();
  const answer = await direct('C300000001', { offline: 'yes', fault: 'jam', mishap: 'board-changed' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/C300000001?done=yes']);
  await direct('C300000000', { fault: 'ready', mishap: 'explodes' });
  expect(given).toEqual([
    { serial: 'C300000001', orders: { offline: true, fault: 'jam', mishap: 'board-changed' } },
    { serial: 'C300000000', orders: { offline: false, fault: null, mishap: null } },
  ]);
  expect((await direct('C300000000', {}, 'http://elsewhere.example')).status).toBe(403);
  expect((await direct('C399999999', {})).status).toBe(404);
  expect(given).toHaveLength(2);
});

test(`C-15 of ${shownMax + 1} printers ${shownMax} are shown, and the others are found`, async () => {
  const { page } = await start(shownMax + 1);
  expect((await page('/?lang=en')).match(/<tr>/g)).toHaveLength(shownMax + 1);
  const found = await page('/?lang=en&text=c300000200');
  expect(found).toContain('href="/C300000200"');
  expect(found.match(/<tr>/g)).toHaveLength(2);
  expect(await page('/?lang=en&text=<b>')).toContain('There is no such printer.');
});
