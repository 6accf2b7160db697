import { afterEach, expect, test } from 'vitest';
import { servePages, type RunningUnit } from '../pages/serve.ts';
import type { GatewayView, Orders } from './gateway.ts';
import { usualScene } from './household.ts';
import { shownMax } from '../pages/simulation.ts';
import { gatewayPages, type Fleet } from './routes.ts';
import { factorySettings } from './settings.ts';

const running: RunningUnit[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
});

const usual: Orders = { offline: false, faults: [], impossible: false, refuses: false, scene: usualScene };
const faults = [{ code: 'E01', name: { ja: '停止<b>', en: 'Stopped <b>' } }];

/** Gateways that do at once what they are told, and a browser before their pages. */
async function start(count = 2) {
  const orders = new Map(Array.from({ length: count }, (_, at) => [`AA${String(at).padStart(8, '0')}BT`, usual]));
  const view = (serial: string): GatewayView | undefined => {
    const told = orders.get(serial);
    return (
      told && {
        serial,
        model: 'EG-BT',
        offline: told.offline,
        faults: told.faults,
        orders: told,
        settings: factorySettings,
        values: { remainingCapacity3: 55, powerConsumed: 420 },
        measuredAt: new Date(0),
        unacknowledged: 3,
      }
    );
  };
  const fleet: Fleet = {
    faults,
    list: () => [...orders.keys()].flatMap((serial) => view(serial) ?? []),
    find: view,
    order: (serial, some) => {
      orders.set(serial, { ...usual, ...orders.get(serial), ...some });
      return true;
    },
  };
  const pages = await servePages(gatewayPages([fleet]), 0);
  running.push(pages);
  const page = async (path: string) => (await fetch(pages.url + path)).text();
  const direct = (serial: string, form: Record<string, string>, origin = pages.url) =>
    fetch(`${pages.url}/${serial}`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { origin },
      redirect: 'manual',
    });
  return { orders, page, direct };
}

const first = 'AA00000000BT';

test('E-11 a person sees how gateways stand and has one do something', async () => {
  const { orders, page, direct } = await start();
  const list = await page('/?lang=en');
  expect(list).toContain(`<a href="/${first}"`);
  expect(list).toContain('55 %');
  const before = await page(`/${first}?lang=ja`);
  expect(before).toContain('消費電力');
  expect(before).toContain('E01 停止&lt;b&gt;');
  const form = { offline: 'yes', fault: 'E01', refuses: 'yes', weather: 'dull', people: 'away' };
  const told = await direct(first, form);
  expect([told.status, told.headers.get('location')]).toEqual([303, `/${first}?done=yes`]);
  expect(orders.get(first)).toEqual({
    offline: true,
    faults: ['E01'],
    impossible: false,
    refuses: true,
    scene: { weather: 'dull', people: 'away' },
  });
  expect(orders.get('AA00000001BT')).toEqual(usual);
  const after = await page(`/${first}?done=yes&lang=en`);
  expect(after).toContain('The gateway does so from now on.');
  expect(after).toContain('<option value="E01" selected>');
  await direct(first, { fault: 'E99', weather: 'hail', people: '' });
  expect(orders.get(first)).toEqual(usual);
});

test('E-11 who comes from elsewhere and asks for what is not there is refused', async () => {
  const { orders, page, direct } = await start();
  expect((await direct(first, { offline: 'yes' }, 'http://evil.example')).status).toBe(403);
  expect((await direct('AA99999999BT', {})).status).toBe(404);
  expect(await page('/AA99999999BT?lang=ja')).toContain('ページがありません');
  expect(orders.get(first)).toEqual(usual);
});

test('E-11 of very many gateways two hundred are shown, and the others are found', async () => {
  const { page } = await start(shownMax + 1);
  const rows = (text: string) => text.split('<tr>').length - 2;
  const all = await page('/?lang=en');
  expect(rows(all)).toBe(shownMax);
  expect(all).toContain('200 of 201 shown');
  expect(rows(await page('/?text=ａａ00000200&lang=en'))).toBe(1);
  expect(await page('/?text=zz&lang=en')).toContain('There is no such gateway.');
  expect(rows(await (await start(shownMax)).page('/'))).toBe(shownMax);
});
