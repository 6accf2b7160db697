import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, newCustomer } from '../../tools/test/devices.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { allMailed } from '../../tools/test/mails.ts';
import { newColleague, siteOf, type Colleague } from '../../tools/test/organizations.ts';
import type { Answer } from '../../tools/test/person.ts';
import { givePrinter, measured, printerSite, reportAs, type TestPrinter } from '../../tools/test/printers.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { daysMs } from '../kernel/clock.ts';
import { rollUpSome } from '../readings/roll-up.ts';
import { tonerWatch } from './lows.ts';

let server: TestServer;
let owner: Colleague;
let keeper: Colleague;
let stranger: Colleague;
const fleet: Record<string, TestPrinter> = {};

const begin = new Date('2026-10-05T09:00:00+09:00');
const dayOf = (days: number) => new Date(begin.getTime() + days * daysMs);

type Levels = { tonerBlack: number; tonerCyan?: number; tonerMagenta?: number; tonerYellow?: number };

async function reportDays(printer: TestPrinter, levels: readonly Levels[], from = 0): Promise<void> {
  await reportAs(
    server,
    printer,
    levels.map((values, at) => measured(dayOf(from + at), values)),
  );
}

async function rollUpAll(): Promise<void> {
  while ((await rollUpSome(server.app, siteOf(server, printerSite), server.clock.now())) > 0);
}

const look = () => tonerWatch.run(server.app, server.clock.now());
const get = (path: string, who = owner): Promise<Answer> => who.call('GET', `${who.path}/toner${path}`);

async function choose(printer: TestPrinter, user: string | null, who = owner, version?: string): Promise<Answer> {
  const path = `${who.path}/toner/devices/${printer.device}`;
  const seen = version ?? String((await who.call('GET', path)).headers.get('etag'));
  return who.call('PUT', `${path}/manager`, { user }, { 'if-match': seen });
}

beforeAll(async () => {
  server = await startTestServer({ startAt: begin });
  const first = await newCustomer(server, '見本商事', printerSite);
  for (const [name, model] of [
    ['colour', 'SP-C320'],
    ['mono', 'SP-M210'],
    ['fresh', 'SP-P110'],
  ] as const)
    fleet[name] = await givePrinter(server, first, { model, installation: `複合機 ${name}` });
  const keeperId = first.organization;
  server.clock.move(20 * daysMs);
  owner = await newColleague(server, keeperId, 'owner', { siteId: printerSite });
  keeper = await newColleague(server, keeperId, 'member', { siteId: printerSite, language: 'en' });
  stranger = await newCustomer(server, '別会社', printerSite);
  const { colour, mono, fresh } = fleet as Record<'colour' | 'mono' | 'fresh', TestPrinter>;
  const days = Array.from({ length: 21 }, (_, at) => at);
  await reportDays(
    colour,
    days.map((at) => ({ tonerBlack: 90 - 3 * at, tonerCyan: 50 - 2 * at, tonerMagenta: 80, tonerYellow: 100 - at })),
  );
  await reportDays(
    mono,
    days.map((at) => ({ tonerBlack: at < 10 ? 25 - 2 * at : 100 - 2 * (at - 10) })),
  );
  await reportDays(fresh, [{ tonerBlack: 97 }], 20);
  await rollUpAll();
});
afterAll(() => server.close());

type Item = {
  device: string;
  supply: string;
  level: number | null;
  low: boolean;
  forecast: Record<string, string>;
  refilledOn: string | null;
  manager: { mail: string } | null;
};
const itemsOf = ({ body }: Answer) => body['items'] as Item[];

describe('C-12 levels and when they will be empty', () => {
  test('the first to be empty comes first, with its day and range; what nobody knows comes last', async () => {
    const answer = await get('');
    const items = itemsOf(answer);
    expect(items.map(({ supply, level }) => [supply, level])).toEqual([
      ['tonerCyan', 10],
      ['tonerBlack', 30],
      ['tonerBlack', 80],
      ['tonerYellow', 80],
      ['tonerMagenta', 80],
      ['tonerBlack', 97],
    ]);
    expect(items.map(({ forecast: { day, reason } }) => day ?? reason)).toEqual([
      '2026-10-30',
      '2026-11-04',
      '2026-12-04',
      '2027-01-13',
      'no-use',
      'few-days',
    ]);
    expect(items[0]?.forecast).toEqual({
      kind: 'day',
      day: '2026-10-30',
      earliest: '2026-10-30',
      latest: '2026-10-30',
    });
    expect(items.map(({ low }) => low)).toEqual([true, false, false, false, false, false]);
    expect(items[2]?.refilledOn).toBe('2026-10-15');
    expect(answer.body).toMatchObject({ total: 6, withoutManager: 3, timeZone: 'Asia/Tokyo' });
  });

  test.each([
    ['state=low', 1],
    ['state=soon&within=7', 1],
    ['state=soon&within=14', 2],
    ['state=soon&within=90', 4],
    ['colour=black', 3],
    ['group=none&colour=yellow', 1],
    ['text=ｍｏｎｏ', 1],
    ['manager=none', 6],
  ])('%s: %d', async (query, total) => {
    expect((await get(`?${query}`)).body['total']).toBe(total);
  });

  test.each([
    ['-level', [97, 80, 80, 80, 30, 10]],
    ['refilledOn', [80]],
    ['-emptyOn', [80, 80, 30, 10]],
  ])('sorted by %s', async (sort, levels) => {
    const items = itemsOf(await get(`?sort=${sort}`));
    expect(items.slice(0, levels.length).map(({ level }) => level)).toEqual(levels);
  });

  test('what to order, by model and colour, and the same as a file', async () => {
    expect((await get('/order?within=14')).body).toEqual({
      within: 14,
      pieces: 2,
      items: [
        expect.objectContaining({ supply: 'tonerBlack', order: 'TN-C320K', low: 0, soon: 1, pieces: 1, devices: 1 }),
        expect.objectContaining({ supply: 'tonerCyan', order: 'TN-C320C', low: 1, soon: 1, pieces: 1, devices: 1 }),
      ],
    });
    const file = await owner.call('GET', `${owner.path}/exports/toner-order?format=csv&within=14&language=en`);
    expect(file.text).toContain('SP-C320,Toner C320 (cyan),TN-C320C,1,1,1,1');
    const all = await owner.call('GET', `${owner.path}/exports/toner?format=csv&language=ja`);
    expect(all.text).toContain('残りわずか（10%以下）');
    expect(all.text).toContain('7日分の報告がそろうまで予測できません');
    expect(all.text.trim().split('\n')).toHaveLength(7);
  });

  test('a device shows its supplies with their course; others see neither it nor the list', async () => {
    const shown = await get(`/devices/${fleet['mono']?.device}`);
    const history = shown.body['history'] as { day: string; levels: number[] }[];
    expect([history.length, history[0], history.at(-1)]).toEqual([
      19,
      { day: '2026-10-06', levels: [23] },
      { day: '2026-10-24', levels: [82] },
    ]);
    expect((await get('', stranger)).body).toMatchObject({ items: [], total: 0, withoutManager: 0 });
    const theirs = await get(`/devices/${fleet['mono']?.device}`, stranger);
    const nobodys = await get('/devices/dev_00000000-0000-7000-8000-000000000000', stranger);
    expect(theirs.status).toBe(404);
    expect({ ...theirs.body, requestId: '' }).toEqual({ ...nobodys.body, requestId: '' });
  });
});

describe('C-03 toner manager', () => {
  test('somebody of the organization with a proved address can be chosen; two who choose at once: the second is told', async () => {
    const { colour } = fleet as Record<'colour', TestPrinter>;
    const shown = await get(`/devices/${colour.device}`);
    expect(shown.body['manager']).toBeNull();
    expect((shown.body['candidates'] as { mail: string }[]).map(({ mail }) => mail)).toContain(keeper.mail);
    const version = String(shown.headers.get('etag'));
    const events = await eventsCausedBy(server.app, async () => {
      expect((await choose(colour, keeper.id, owner, version)).body).toEqual({
        user: keeper.id,
        name: '見本 member',
        mail: keeper.mail,
      });
      expect((await choose(colour, owner.id, owner, version)).body['type']).toBe(
        '/problems/platform/changed-meanwhile',
      );
      expect((await choose(colour, keeper.id)).status).toBe(200);
    });
    expect(events).toEqual(['toner.manager-chosen']);
    expect((await get('')).body).toMatchObject({ withoutManager: 2 });
  });

  test('nobody of another organization can, and nobody without a proved address', async () => {
    const { mono } = fleet as Record<'mono', TestPrinter>;
    const handed = await newColleague(server, owner.organization, 'member', { siteId: printerSite });
    await sql`update users set password_initial = true where mail = ${handed.mail}`.execute(server.app.db);
    for (const user of [stranger.id, handed.id]) {
      expect(faultsOf(await choose(mono, user))).toEqual(['/user toner/manager-unknown']);
    }
    expect((await choose(mono, stranger.id, stranger, '"x"')).status).toBe(404);
    const viewer = await newColleague(server, owner.organization, 'viewer', { siteId: printerSite });
    expect((await choose(mono, viewer.id, viewer)).status).toBe(403);
  });

  test('C-12 is told once of a supply that is low, in the own language, and again only after a refill', async () => {
    const { colour } = fleet as Record<'colour', TestPrinter>;
    const told = () => server.mail.mails.filter(({ to, subject }) => to === keeper.mail && subject.includes('low'));
    const step = async (minutes: number, tonerCyan: number) => {
      server.clock.move(minutes * 60_000);
      return eventsCausedBy(server.app, async () => {
        await reportAs(server, colour, [measured(server.clock.now(), { tonerBlack: 30, tonerCyan })]);
        await look();
      });
    };
    // It was low before anybody was to be told.
    await look();
    expect(await step(1, 45)).toEqual(['toner.refilled']);
    expect(await step(1, 10)).toEqual(['toner.low']);
    const mail = await server.mail.waitFor(({ to, subject }) => to === keeper.mail && subject.includes('low'));
    expect(mail.subject).toContain('Toner or ink is low: 複合機 colour');
    expect(mail.text).toContain('Toner C320 (cyan) (to order: TN-C320C): 10% left');
    expect(await step(1, 8)).toEqual([]);
    expect(await step(1, 37)).toEqual([]);
    expect(await step(1, 9)).toEqual([]);
    expect(await step(1, 38)).toEqual(['toner.refilled']);
    expect(await step(1, 11)).toEqual([]);
    expect(await step(1, 10)).toEqual(['toner.low']);
    await server.mail.waitFor(() => told().length === 2);
    expect(told()).toHaveLength(2);
  });

  test('C-12 of what became low while nobody was to be told the first manager is told, the next one is not', async () => {
    const { mono } = fleet as Record<'mono', TestPrinter>;
    const told = (who: Colleague) =>
      server.mail.mails.filter(
        (one) => one.to === who.mail && /Toner|トナー/.test(one.subject) && one.text.includes(mono.serial),
      );
    await choose(mono, null);
    server.clock.move(60_000);
    await reportAs(server, mono, [measured(server.clock.now(), { tonerBlack: 4 })]);
    await look();
    await choose(mono, owner.id);
    const mail = await server.mail.waitFor(() => told(owner).length > 0).then(() => told(owner)[0]);
    expect(mail?.text).toContain('4%');
    await choose(mono, keeper.id);
    await allMailed(server);
    expect(told(keeper)).toEqual([]);
    server.clock.move(60_000);
    await reportAs(server, mono, [measured(server.clock.now(), { tonerBlack: 60 })]);
    await look();
    await choose(mono, null);
  });

  test('C-11 who has chosen otherwise gets no mail about it', async () => {
    const { mono, fresh } = fleet as Record<'mono' | 'fresh', TestPrinter>;
    const told = (who: Colleague, { serial }: TestPrinter) =>
      server.mail.mails.some(({ to, text }) => to === who.mail && text.includes(serial) && /Toner|トナー/.test(text));
    const own = `${keeper.path}/mail-notices/${keeper.id}`;
    const lowAt = async (printer: TestPrinter, manager: Colleague) => {
      await choose(printer, manager.id);
      server.clock.move(60_000);
      const events = await eventsCausedBy(server.app, async () => {
        await reportAs(server, printer, [measured(server.clock.now(), { tonerBlack: 5 })]);
        await look();
      });
      expect(events).toEqual(['toner.low']);
    };
    const version = String((await keeper.call('GET', own)).headers.get('etag'));
    expect((await keeper.call('PUT', own, { events: [] }, { 'if-match': version })).status).toBe(200);
    await lowAt(mono, keeper);
    await lowAt(fresh, owner);
    await server.mail.waitFor(() => told(owner, fresh));
    expect(told(keeper, mono)).toBe(false);
    await choose(mono, null);
    await choose(fresh, null);
  });

  test('C-03 who leaves is manager of nothing: the device shows none, and the owners are told', async () => {
    const { colour } = fleet as Record<'colour', TestPrinter>;
    await owner.call('DELETE', `${owner.path}/members/${keeper.id}`);
    const mail = await server.mail.waitFor(({ to, subject }) => to === owner.mail && subject.includes('管理者'));
    expect(mail.subject).toContain('トナー/インク管理者のいない機器があります（1台）');
    expect(mail.text).toContain(`複合機 colour（${colour.serial}）`);
    const shown = await get(`/devices/${colour.device}`);
    expect(shown.body['manager']).toBeNull();
    expect((await get('')).body).toMatchObject({ withoutManager: 3 });
    expect((await choose(colour, owner.id)).status).toBe(200);
    expect((await choose(colour, null)).body).toBeNull();
  });
});
