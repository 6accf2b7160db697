import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newCustomer, newMaker } from '../tools/test/devices.ts';
import { launchBrowser, type TestBrowser } from '../tools/test/browser.ts';
import { givePrinter, printerSite } from '../tools/test/printers.ts';
import { startTestServer, type TestServer } from '../tools/test/server.ts';
import { enterAs, expectQuiet, sitDown, type Someone } from './people.ts';

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** The part of an element that counts here; the types of the browser are not those of the tests. */
type Drawn = { nodeName: string; getBoundingClientRect(): { width: number; right: number } };

/** CSS pixels between the margins of a sheet that stands, and of one that lies. */
const sheets = { stands: 672, lies: 1032 };
const printers = 3;

/** What of a page would be cut off at the right edge of its sheet. */
async function cutOff({ page }: Someone): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: sheets.stands, height: 1000 });
  const lies = await page.evaluate<boolean>('getComputedStyle(document.body).page === "wide"');
  const width = lies ? sheets.lies : sheets.stands;
  await page.setViewportSize({ width, height: 1000 });
  const found = await page.locator('main *').evaluateAll(
    (all, edge) =>
      all.flatMap((one) => {
        const element = one as unknown as Drawn;
        const { width: own, right } = element.getBoundingClientRect();
        return own > 1 && right > edge + 1 ? [`${element.nodeName} ${Math.round(right)}`] : [];
      }),
    width,
  );
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 1280, height: 800 });
  return found;
}

test.each(['ja', 'en'] as const)(
  'P-28 lists, the home page and the log print on A4 with nothing cut off at the side: %s',
  async (language) => {
    const owner = await newCustomer(server, `見本商事 ${language}`, printerSite);
    for (let at = 0; at < printers; at += 1)
      await givePrinter(server, owner, { installation: `見本ビル${at}階の会議室、北側の窓ぎわ` });
    const maker = await newMaker(server, printerSite);
    const siteUrl = `${server.url}/${printerSite}`;
    for (const [who, pages] of [
      [owner, ['', 'devices', 'audit', 'members', 'api-keys', 'webhooks', 'contact']],
      [maker, ['', 'accounts', 'devices', 'manufactured-devices', 'organizations', 'notices', 'contact-desk']],
    ] as const) {
      await who.call('PATCH', '/session', { language });
      const someone = await sitDown(await browser.newPerson({ language }), language);
      const { page } = someone;
      await enterAs(someone, siteUrl, who);
      for (const path of pages) {
        await page.goto(path === '' ? siteUrl : `${siteUrl}/o/${who.organization}/${path}`);
        await page.locator('main :is(td, h2, p)').first().waitFor();
        expect(`${path}: ${(await cutOff(someone)).join(', ')}`).toBe(`${path}: `);
        const document = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
        const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
        expect([width, height].map(Math.round).toSorted((one, other) => one - other)).toEqual([595, 842]);
      }
      expectQuiet(someone);
    }
  },
);
