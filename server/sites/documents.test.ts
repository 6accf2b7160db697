import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, type Person } from '../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { sixthSite, writeSixthSite } from '../../tools/test/sixth-site.ts';

let server: TestServer;
let stranger: Person;

const older = '# 利用規約\n\n以前の利用規約です。\n';
const later = '# 利用規約\n\n来年の利用規約です。\n';

beforeAll(async () => {
  const withVersions = async (folder: string) => {
    await writeSixthSite(folder);
    for (const [version, text] of [
      ['2025-04-01', older],
      ['2099-01-01', later],
    ] as const)
      for (const language of ['ja', 'en']) await writeFile(join(folder, 'terms', `${version}.${language}.md`), text);
    await mkdir(join(folder, 'manual'));
    await writeFile(
      join(folder, 'manual', '2026-11-01.ja.md'),
      '# 手引き\n\n## 湯を沸かす\n\n水を入れます。\n\n### 水の量\n\n1 & 2 <b>杯</b>\n\n## 片付ける\n\n拭きます。\n',
    );
  };
  server = await startTestServer({ moreSites: { [sixthSite]: withVersions } });
  stranger = person(server.url, sixthSite);
});
afterAll(() => server.close());

test('P-03 older versions of a document stay to be read; one whose day has not come is not there yet', async () => {
  const current = await stranger.call('GET', '/documents/terms');
  expect(current.body).toMatchObject({ version: '2026-11-01', versions: ['2026-11-01', '2025-04-01'] });
  const old = await stranger.call('GET', '/documents/terms?version=2025-04-01');
  expect(old).toMatchObject({ status: 200, body: { version: '2025-04-01' } });
  expect(old.text).toContain('以前の利用規約です');
  for (const query of ['version=2099-01-01', 'version=2024-01-01'])
    expect((await stranger.call('GET', `/documents/terms?${query}`)).status).toBe(404);
  expect((await stranger.call('GET', '/documents/terms?version=yesterday')).status).toBe(400);
  expect(current.text).not.toContain('来年');
});

test('P-03 a document comes with its headings, for a table of contents', async () => {
  const { body } = await stranger.call('GET', '/documents/manual');
  expect(body.headings).toEqual([
    { id: 's1', depth: 2, text: '湯を沸かす' },
    { id: 's1-1', depth: 3, text: '水の量' },
    { id: 's2', depth: 2, text: '片付ける' },
  ]);
  expect(body.html).toContain('<h3 id="s1-1">水の量</h3>');
});

test('P-03 K-10 the manual is one file that needs nothing else: every heading is in its contents, nothing is fetched', async () => {
  for (const [site, language, name] of [
    [sixthSite, 'ja', 'kettle-manual-2026-11-01.ja.html'],
    ['conference', 'ja', 'conference-manual-2026-11-01.ja.html'],
    ['conference', 'en', 'conference-manual-2026-11-01.en.html'],
  ] as const) {
    const answer = await person(server.url, site).call('GET', `/documents/manual/file?language=${language}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
    const targets = [...answer.text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThanOrEqual(3);
    expect(targets.filter((id) => !answer.text.includes(`id="${id}"`))).toEqual([]);
    expect(answer.text).not.toMatch(/<(?:script|link|img|iframe)\b|url\(|src=/);
    expect(answer.text).toContain(`<html lang="${language}">`);
  }
});

test('P-03 a site without a manual has none to show and none to download', async () => {
  const { body } = await person(server.url, sixthSite).call('GET', '');
  expect((body.documents as { name: string }[]).map(({ name }) => name)).toEqual(['terms']);
  expect((await stranger.call('GET', '/documents/cookie-policy')).status).toBe(404);
  expect((await stranger.call('GET', '/documents/cookie-policy/file')).status).toBe(404);
});
