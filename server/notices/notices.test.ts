import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newCompany, newOperator, type Member } from '../../tools/test/accounts.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { person } from '../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { sixthSite, writeSixthSite } from '../../tools/test/sixth-site.ts';
import { after, hoursMs, minutesMs, secondsMs } from '../kernel/clock.ts';
import { renderSafely } from './render.ts';

let server: TestServer;
let operator: Member;
let path: string;

beforeAll(async () => {
  server = await startTestServer({ moreSites: { [sixthSite]: writeSixthSite } });
  operator = await newOperator(server);
  path = `${operator.path}/notices`;
});
afterAll(() => server.close());

type Typed = Record<string, unknown>;

function notice(word: string, fromMs: number, toMs: number, more: Typed = {}): Typed {
  const now = server.clock.now();
  return {
    kind: 'normal',
    startsAt: after(now, fromMs).toISOString(),
    endsAt: after(now, toMs).toISOString(),
    title: { ja: `題名 ${word}`, en: `Title ${word}` },
    body: { ja: `本文 ${word}`, en: `Text ${word}` },
    ...more,
  };
}

async function publish(typed: Typed): Promise<{ id: string; version: number }> {
  const answer = await operator.create(path, typed);
  expect(answer.status).toBe(201);
  return { id: String(answer.body.id), version: Number(answer.body.version) };
}

const seen = (version: number) => ({ 'if-match': `"${version}"` });

async function announced(site = 'conference'): Promise<string> {
  const answer = await person(server.url, site).call('GET', '/announcements');
  expect(answer.status).toBe(200);
  return answer.text;
}

test('P-04 a notice is there exactly from its beginning on and before its end, for everybody', async () => {
  await publish(notice('timed', hoursMs, 2 * hoursMs));
  const stranger = person(server.url, 'conference');
  const shown = async () => {
    const [now, all] = [await announced(), (await stranger.call('GET', '/notices')).text];
    return [now.includes('題名 timed'), all.includes('Title timed')];
  };
  expect(await shown()).toEqual([false, false]);
  server.clock.move(hoursMs - secondsMs);
  expect(await shown()).toEqual([false, false]);
  server.clock.move(secondsMs);
  expect(await shown()).toEqual([true, true]);
  server.clock.move(hoursMs - secondsMs);
  expect(await shown()).toEqual([true, true]);
  server.clock.move(secondsMs);
  expect(await shown()).toEqual([false, true]);
  operator = await newOperator(server);
  path = `${operator.path}/notices`;
});

test('P-04 the newest comes first; operators also list planned ones, filter by state and search the texts', async () => {
  for (const [index, word] of ['older', 'newer'].entries())
    await publish(notice(word, (index - 3) * minutesMs, hoursMs, { kind: index === 0 ? 'important' : 'normal' }));
  await publish(notice('planned 100%_', minutesMs, hoursMs));
  const public_ = await announced();
  expect(public_.indexOf('題名 newer')).toBeLessThan(public_.indexOf('題名 older'));
  expect(public_).not.toContain('planned');
  const titles = async (query: string) => {
    const { body } = await operator.call('GET', `${path}?${query}`);
    return (body.items as { title: { en: string } }[]).map(({ title }) => title.en.replace('Title ', ''));
  };
  expect(await titles('pageSize=10')).toEqual(['planned 100%_', 'newer', 'older', 'timed']);
  expect(await titles('state=planned')).toEqual(['planned 100%_']);
  expect(await titles('state=past')).toEqual(['timed']);
  expect(await titles(`text=${encodeURIComponent('100%_')}`)).toEqual(['planned 100%_']);
  expect(await titles(`text=${encodeURIComponent('本文 NEWER')}`)).toEqual(['newer']);
  expect(await titles('text=100%25x')).toEqual([]);
});

test('P-04 every fault stands at its field and nothing is stored', async () => {
  const cases: [Typed, string[]][] = [
    [notice('x', 2 * hoursMs, hoursMs), ['/endsAt notices/ends-before-start']],
    [notice('x', -2 * hoursMs, -hoursMs), ['/endsAt notices/ends-in-the-past']],
    [notice('x', 0, hoursMs, { title: { ja: '題', en: ' ' } }), ['/title/en identifiers/required']],
    [notice('x', 0, hoursMs, { body: { ja: '', en: 'text' } }), ['/body/ja identifiers/required']],
    [notice('x', 0, hoursMs, { body: { ja: 'あ'.repeat(2_001), en: 'text' } }), ['/body/ja identifiers/text-long']],
    [notice('x', 0, hoursMs, { title: { ja: '題', en: 'a'.repeat(81) } }), ['/title/en identifiers/text-long']],
  ];
  const caused = await eventsCausedBy(server.app, async () => {
    for (const [typed, places] of cases) {
      for (const answer of [
        await operator.create(path, typed),
        await operator.call('POST', `${path}/preview`, typed),
      ]) {
        expect(answer.status).toBe(422);
        const errors = answer.body.errors as { pointer: string; code: string; title: string }[];
        expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(places);
        expect(errors.every(({ title }) => /[ぁ-ん]/.test(title))).toBe(true);
      }
    }
    expect((await operator.create(path, notice('x', 0, hoursMs, { siteId: sixthSite }))).status).toBe(400);
    expect((await operator.create(path, notice('x', 0, hoursMs, { startsAt: 'tomorrow' }))).status).toBe(400);
    expect((await operator.create(path, notice('x', 0, hoursMs, { kind: 'urgent' }))).status).toBe(400);
  });
  expect(caused).toEqual([]);
});

test('P-04 preview stores nothing and shows what people will see; publish, change, end and delete leave one event each', async () => {
  const typed = notice('life', hoursMs, 3 * hoursMs, { body: { ja: '**太字** <b>x</b>', en: '- one' } });
  expect(await eventsCausedBy(server.app, () => operator.call('POST', `${path}/preview`, typed))).toEqual([]);
  const shown = await operator.call('POST', `${path}/preview`, typed);
  expect(shown.body).toMatchObject({ html: { ja: '<p><strong>太字</strong> &lt;b&gt;x&lt;/b&gt;</p>\n' } });
  const caused = await eventsCausedBy(server.app, async () => {
    const { id, version } = await publish(typed);
    const one = `${path}/${id}`;
    const read = await operator.call('GET', one);
    expect(read.headers.get('etag')).toBe('"1"');
    expect((await operator.call('POST', `${one}/end`, undefined, seen(version))).body.type).toMatch(/not-shown-yet$/);
    const changed = await operator.call('PUT', one, { ...typed, kind: 'important' }, seen(version));
    expect(changed).toMatchObject({ status: 200, body: { version: 2, kind: 'important', html: shown.body.html } });
    expect((await operator.call('PUT', one, typed, seen(1))).status).toBe(412);
    expect((await operator.call('PUT', one, typed)).status).toBe(428);
    expect((await operator.call('DELETE', one, undefined, seen(2))).status).toBe(204);
    expect((await operator.call('GET', one)).status).toBe(404);
    const other = await publish(notice('second', -minutesMs, hoursMs));
    const two = `${path}/${other.id}`;
    expect((await operator.call('DELETE', two, undefined, seen(1))).body.type).toMatch(/shown-already$/);
    const ended = await operator.call('POST', `${two}/end`, undefined, seen(1));
    expect(ended.body).toMatchObject({ state: 'past', version: 2 });
    expect((await operator.call('POST', `${two}/end`, undefined, seen(2))).body.type).toMatch(/over$/);
    expect((await operator.call('PUT', two, typed, seen(2))).body.type).toMatch(/over$/);
  });
  expect(caused).toEqual(['notice.published', 'notice.changed', 'notice.deleted', 'notice.published', 'notice.ended']);
});

test('P-24 the same publication sent twice is one notice; of two changes of one version one wins', async () => {
  const typed = notice('twin', -minutesMs, hoursMs);
  const key = { 'idempotency-key': randomUUID() };
  const twins = await Promise.all([1, 2, 3].map(() => operator.call('POST', path, typed, key)));
  expect(new Set(twins.map(({ body }) => body.id)).size).toBe(1);
  const one = `${path}/${String(twins[0]?.body.id)}`;
  const changes = await Promise.all([1, 2, 3, 4].map(() => operator.call('PUT', one, typed, seen(1))));
  expect(changes.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412, 412]);
});

test('P-02 another site’s notices are shown nowhere, not even to its own operators by ID', async () => {
  const theirs = await newOperator(server, sixthSite);
  const canary = 'canary-of-another-site';
  const answer = await theirs.create(`${theirs.path}/notices`, notice(canary, -minutesMs, hoursMs));
  expect(answer.status).toBe(201);
  expect(await announced(sixthSite)).toContain(canary);
  const one = `${path}/${String(answer.body.id)}`;
  const places = await Promise.all([
    operator.call('GET', '/announcements'),
    operator.call('GET', '/notices?pageSize=100'),
    operator.call('GET', `${path}?pageSize=100`),
    operator.call('GET', `${path}?text=${canary}`),
    operator.call('GET', one),
    operator.call('PUT', one, notice('mine', -minutesMs, hoursMs), seen(1)),
    operator.call('POST', `${one}/end`, undefined, seen(1)),
    operator.call('DELETE', one, undefined, seen(1)),
    operator.call('POST', `${path}/preview`, { ...notice('mine', 0, hoursMs), notice: answer.body.id }),
  ]);
  expect(places.map(({ status }) => status)).toEqual([200, 200, 200, 200, 404, 404, 404, 404, 404]);
  expect(places.filter(({ text }) => text.includes(canary))).toEqual([]);
});

test('P-26 nobody but the maker’s owners and managers writes notices', async () => {
  const dealer = await newCompany(server);
  const refused = await dealer.create(`${dealer.path}/notices`, notice('dealer', 0, hoursMs));
  expect(refused).toMatchObject({ status: 403, body: { type: '/problems/platform/not-permitted' } });
  expect((await dealer.call('GET', `${dealer.path}/notices`)).status).toBe(403);
});

test.each([
  ['<script>alert(1)</script>', '&lt;script&gt;'],
  ['<img src=x onerror=alert(1)>', '&lt;img'],
  ['[x](javascript:alert(1))', '<p>x</p>'],
  ['[x](JaVaScRiPt:alert(1))', '<p>x</p>'],
  ['[x](data:text/html,x)', '<p>x</p>'],
  ['[x](//evil.example)', '<p>x</p>'],
  ['![x](https://evil.example/pixel.png)', '<p>x</p>'],
  ['a <b onclick="x">b</b>', '&lt;b onclick=&quot;x&quot;&gt;'],
  ['[a"b](https://a.example/"onmouseover="x)', 'a&quot;b'],
  ['# 見出し', '<h3>見出し</h3>'],
  ['一行目\n二行目', '<p>一行目<br>二行目</p>'],
  ['[手引き](https://example.jp/a?b=1&c=2)', '<a href="https://example.jp/a?b=1&amp;c=2" rel="noreferrer">手引き</a>'],
])('P-04 %s is shown as %s', (markdown, expected) => {
  const html = renderSafely(markdown);
  expect(html).toContain(expected);
  expect(html).not.toMatch(/<(?!\/?(?:p|h3|br|a|strong)\b)|\son\w+=["']?x|href="(?!https:)/i);
});
