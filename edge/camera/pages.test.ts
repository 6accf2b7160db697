import { afterEach, expect, test } from 'vitest';
import { servePages, type RunningUnit } from '../pages/serve.ts';
import type { CameraOrders, CameraView } from './device.ts';
import { shownMax } from '../pages/simulation.ts';
import { cameraPages } from './routes.ts';
import type { CameraModel } from './simulate.ts';

const running: RunningUnit[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
});

const features = [
  { code: 'localLive', name: { ja: '近く<b>', en: 'Near <b>' }, expired: true },
  { code: 'remoteLive', name: { ja: '遠く', en: 'Far' }, expired: false },
];
const models = new Map<string, CameraModel>([
  ['VC', { kind: 'single', name: { ja: 'カメラ', en: 'Camera' }, features }],
  ['VR', { kind: 'recorder', name: { ja: 'レコーダー', en: 'Recorder' }, features: [] }],
]);
const now = new Date('2027-01-01T03:04:05Z');
const standing = (serial: string, may: boolean) => ({
  serial,
  state: may ? ('licensed' as const) : ('expired' as const),
  lastDay: '2026-12-31',
  validUntil: now,
  features: { localLive: true, remoteLive: may, edgeRecording: may },
});

function viewOf(serial: string, more: Partial<CameraView> = {}): CameraView {
  return {
    serial,
    model: 'VC',
    kind: 'single',
    offline: false,
    orders: { offline: false, clockOffMs: 0, hand: null },
    cameras: [standing(serial, true)],
    ownTime: now,
    portalTime: now,
    refused: null,
    canHand: ['forged'],
    ...more,
  };
}

/** Cameras that stand as they are told, and a browser before their pages. */
async function start(views: readonly CameraView[]) {
  const given: { serial: string; orders: Partial<CameraOrders> }[] = [];
  const fleet = {
    list: () => [...views],
    find: (serial: string) => views.find((one) => one.serial === serial),
    order: (serial: string, orders: Partial<CameraOrders>) => given.push({ serial, orders }) > 0,
  };
  const pages = await servePages(cameraPages(fleet, models), 0);
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
  [
    'ja',
    'シミュレーターのカメラ',
    '期限切れ',
    '■ 録画停止',
    'ライセンスが必要です',
    '近く&lt;b&gt;',
    '署名が正しくありません',
  ],
  [
    'en',
    'Simulated cameras',
    'Expired',
    '■ Not recording',
    'Only with a licence',
    'Near &lt;b&gt;',
    'The signature is wrong',
  ],
])('L-08 a list, and a page with what a camera shows, records and refuses, in %s', async (language, ...texts) => {
  const [listed, expired, still, dark, feature, refused] = texts;
  const { page } = await start([
    viewOf('AA'),
    viewOf('BB', { cameras: [standing('BB', false)], refused: { code: 'signature-wrong', at: now } }),
    viewOf('CC', { model: 'VR', kind: 'recorder', cameras: [standing('AA', true), standing('BB', false)] }),
  ]);
  const list = await page(`/?lang=${language}`);
  for (const text of [listed, expired, still, '(1/2)']) expect(list).toContain(text);
  const right = await page(`/AA?lang=${language}`);
  expect([right.includes(dark), right.includes('2027-01-01 03:04:05'), right.includes('<b>')]).toEqual([
    false,
    true,
    false,
  ]);
  const over = await page(`/BB?lang=${language}`);
  for (const text of [expired, still, dark, feature, refused, '2026-12-31']) expect(over).toContain(text);
  const recorder = await page(`/CC?lang=${language}`);
  for (const text of ['href="/AA"', 'href="/BB"', still]) expect(recorder).toContain(text);
});

test('L-08 a camera is told what to do; what is not known is left as it is, and nobody else tells it', async () => {
  const { given, direct } = await start([viewOf('AA')]);
  const answer = await direct('AA', { offline: 'yes', clock: 'clockBehind', hand: 'forged' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/AA?done=yes']);
  await direct('AA', { clock: 'toString', hand: 'everything' });
  expect(given).toEqual([
    { serial: 'AA', orders: { offline: true, clockOffMs: -400 * 86_400_000, hand: 'forged' } },
    { serial: 'AA', orders: { offline: false, clockOffMs: 0, hand: null } },
  ]);
  expect((await direct('AA', {}, 'http://elsewhere.example')).status).toBe(403);
  expect((await direct('ZZ', {})).status).toBe(404);
  expect(given).toHaveLength(2);
});

test(`L-08 of ${shownMax + 1} cameras ${shownMax} are shown, and the others are found`, async () => {
  const { page } = await start(
    Array.from({ length: shownMax + 1 }, (_, at) => viewOf(`VC${String(at).padStart(4, '0')}`)),
  );
  expect((await page('/?lang=en')).match(/<tr>/g)).toHaveLength(shownMax + 1);
  const found = await page('/?lang=en&text=vc0200');
  expect(found).toContain('href="/VC0200"');
  expect(found.match(/<tr>/g)).toHaveLength(2);
});
