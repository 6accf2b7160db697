import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkout } from '../../server/config.ts';
import { signMessage } from '../../domain/webhooks/signature.ts';
import { retryWaitsMs } from '../../domain/webhooks/waits.ts';
import { makeApiKey } from '../test/api-keys.ts';
import { newColleague, newOrganization } from '../test/organizations.ts';
import { givePrinter, printerSite } from '../test/printers.ts';
import { startTestServer, type TestServer } from '../test/server.ts';
import { codeBlocks } from './markdown.ts';

const pages = ['api-guide.md', 'api-guide.ja.md'].map((name) => ({
  name,
  text: readFileSync(join(checkout, 'docs', name), 'utf8'),
}));
const commandsOf = (text: string) =>
  codeBlocks(text)
    .filter(({ language, text: block }) => language === 'sh' && block.startsWith('curl '))
    .map(({ text: block }) => block.trim());
const programOf = (text: string) => codeBlocks(text).find(({ language }) => language === 'js')?.text ?? '';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Asks as `curl` does with these arguments, as a shell hands them over. */
async function curl(line: string, values: Record<string, string>) {
  const filled = (text: string) => text.replaceAll(/\$(\w+)/g, (_, name: string) => values[name] ?? '');
  const words = [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? filled(double ?? bare ?? ''),
  );
  const headers: Record<string, string> = {};
  let [method, body, url] = ['GET', undefined as string | undefined, ''];
  for (let at = 1; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '-X') method = words[(at += 1)] ?? '';
    else if (word === '-d') body = words[(at += 1)];
    else if (word === '-H') {
      const [name = '', ...rest] = (words[(at += 1)] ?? '').split(': ');
      headers[name] = rest.join(': ');
    } else url = word;
  }
  const answer = await fetch(url, { method, headers, ...(body !== undefined && { body }) });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

describe.each(pages)('$name', ({ text }) => {
  test('P-24 its commands do what it says', async () => {
    const organization = await newOrganization(server, 'customer', '見本商事', printerSite);
    const owner = await newColleague(server, organization, 'owner', { siteId: printerSite });
    await givePrinter(server, owner);
    const { token } = await makeApiKey(owner, ['devices:read', 'devices:write', 'members:read']);
    const values = { PORTAL: server.url, SITE: printerSite, KEY: token, ORG: owner.organization };
    const lines = commandsOf(text);
    const answers = [];
    for (const line of lines) answers.push(await curl(line, values));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 201, 404, 200, 200]);
    expect(answers[0]?.body).toMatchObject({ organization: owner.organization });
    expect(answers[3]?.body).toMatchObject({ type: '/problems/platform/not-found' });
    await expect
      .poll(async () => (await curl(lines[4] ?? '', values)).body['items'], { timeout: 20_000 })
      .toMatchObject([{ type: 'devices.registered' }]);
  });

  test('P-24 its waits are those of the server', () => {
    const seconds = retryWaitsMs.map((wait) => wait / 1000);
    expect(seconds).toEqual([5, 30, 120, 600, 3_600, 14_400, 43_200, 86_400]);
    expect(text).toMatch(
      /5 ?(s|秒).*30 ?(s|秒).*2 ?(min|分).*10 ?(min|分).*1 ?(h|時間).*4 ?(h|時間).*12 ?(h|時間).*24 ?(h|時間)/,
    );
  });
});

test('P-24 the receiver of the guide takes what is signed and refuses everything else', async () => {
  const [first, second] = pages.map((page) => programOf(page.text));
  expect(first).toBe(second);
  const folder = await mkdtemp(join(checkout, 'node_modules', '.api-guide-'));
  await writeFile(
    join(folder, 'receiver.mjs'),
    String(first).replace(
      'process.env.PORT ?? 8080)',
      '0, "127.0.0.1", function () { console.log(this.address().port); })',
    ),
  );
  const secret = Buffer.alloc(32, 7);
  const child = spawn(process.execPath, [join(folder, 'receiver.mjs')], {
    env: { WEBHOOK_SECRET: `whsec_${secret.toString('base64')}` },
  });
  try {
    const port = await new Promise<string>((resolve) => {
      let said = '';
      child.stdout.on('data', (part: Buffer) => {
        said += String(part);
        if (said.includes('\n')) resolve(said.trim());
      });
    });
    const body = JSON.stringify({ type: 'devices.changed', data: { id: 'evt_1' } });
    const timestamp = String(Math.floor(Date.now() / 1000));
    const headers = (signature: string) => ({
      'webhook-id': 'evt_1',
      'webhook-timestamp': timestamp,
      'webhook-signature': signature,
    });
    const ask = async (signature: string) =>
      (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body, headers: headers(signature) })).status;
    const right = signMessage(secret, { id: 'evt_1', timestamp }, Buffer.from(body));
    expect([await ask(right), await ask('v1,AAAA')]).toEqual([204, 401]);
  } finally {
    child.kill();
    await rm(folder, { recursive: true, force: true });
  }
});
