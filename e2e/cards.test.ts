import { afterAll, beforeAll, expect, test } from 'vitest';
import { newCustomer } from '../tools/test/devices.ts';
import { launchBrowser, type TestBrowser } from '../tools/test/browser.ts';
import { givePrinter, printerSite } from '../tools/test/printers.ts';
import { startTestServer, type TestServer } from '../tools/test/server.ts';
import { enterAs, expectQuiet, sitDown } from './people.ts';

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test.each(['ja', 'en'] as const)(
  'P-28 on a phone rows are cards without names of nothing; only what scrolls says so and takes the focus: %s',
  async (language) => {
    const owner = await newCustomer(server, `見本商事 ${language}`, printerSite);
    // Without a place, a group and all that nobody has said of it.
    await givePrinter(server, owner, {});
    await owner.call('PATCH', '/session', { language });
    const someone = await sitDown(await browser.newPerson({ language, width: 390, height: 844 }), language);
    const { page } = someone;
    const home = `${server.url}/${printerSite}/o/${owner.organization}`;
    await enterAs(someone, `${server.url}/${printerSite}`, owner);
    const scrolls = page.getByRole('main').getByRole('region').and(page.locator('[tabindex="0"]'));
    for (const list of ['devices', 'audit']) {
      await page.goto(`${home}/${list}`);
      const cells = page.locator('main table td[data-title]:visible');
      await cells.first().waitFor();
      expect(await scrolls.count()).toBe(0);
      const shown = await cells.evaluateAll((all) =>
        all.map((one) => (one as unknown as { innerText: string }).innerText.trim()),
      );
      expect(shown.length).toBeGreaterThan(1);
      const marked = await cells.filter({ has: page.locator('svg, img, input, button') }).count();
      expect(shown.filter((text) => text === '').length).toBeLessThanOrEqual(marked);
    }

    // A column that stays in sight: there the others scroll beside it.
    await page.goto(`${home}/toner`);
    await scrolls.first().waitFor();
    await scrolls.first().focus();
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(() => scrolls.first().evaluate((one) => (one as unknown as { scrollLeft: number }).scrollLeft))
      .toBeGreaterThan(0);
    expectQuiet(someone);
  },
);
