import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newCompany } from '../../tools/test/accounts.ts';
import { giveActivationKeys, randomHex } from '../../tools/test/activation-keys.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { button, heading, enterAs, sitDown } from '../people.ts';
import { toDeviceStep, toKeysStep, toReview, typeEntry } from '../wizard.ts';

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const keysMax = 8;
const longest = { line: 50, purpose: 100 };

test.each([
  ['ja', 390, '会議室の設置場所を示す長い文'],
  ['en', 1920, 'WORDS OF A LONG PURPOSE '],
] as const)(
  'K-03 P-28 eight keys with the longest texts print on one A4 page, in %s',
  async (language, width, words8) => {
    const company = await newCompany(server);
    await company.call('PATCH', '/session', { language });
    const sheets = await giveActivationKeys(server, keysMax);
    const text = (length: number) => words8.repeat(10).slice(0, length).trimEnd().padEnd(length, 'W');
    await server.app.db
      .updateTable('activation_keys')
      .set({ purpose: text(longest.purpose) })
      .where(
        'number',
        'in',
        sheets.map((sheet) => sheet.number),
      )
      .execute();
    const someone = await sitDown(await browser.newPerson({ language, width, height: 844 }), language);
    const { page, words } = someone;
    await enterAs(someone, `${server.url}/conference`, company);
    await toDeviceStep(someone);
    await toKeysStep(someone, randomHex(16), [text(longest.line), text(longest.line)]);
    for (const [index, sheet] of sheets.entries()) {
      if (index > 0) await button(someone, words('registration-keys.issue.keys.add')).click();
      await typeEntry(someone, index, sheet);
    }
    expect(await button(someone, words('registration-keys.issue.keys.add')).count()).toBe(0);
    await toReview(someone);
    await button(someone, words('registration-keys.issue.review.submit')).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('registration-keys.issue.review.confirm') })
      .click();
    await heading(someone, words('registration-keys.issue.done.title'));
    const shown = page.getByRole('row').locator('code');
    await shown.nth(keysMax * 2 - 1).waitFor();
    const keys = await shown.allInnerTexts();
    expect(keys).toHaveLength(keysMax * 2);

    const pdf = await page.pdf({ preferCSSPageSize: true });
    const document = await getDocumentProxy(new Uint8Array(pdf));
    expect(document.numPages).toBe(1);
    const { width: points, height } = (await document.getPage(1)).getViewport({ scale: 1 });
    expect([Math.round(points), Math.round(height)]).toEqual([595, 842]);
    const printed = await extractText(document, { mergePages: true });
    const lines = printed.text.split('\n');
    // A key that is broken over two lines is nobody's key.
    expect(keys.filter((key) => !lines.some((line) => line.includes(key)))).toEqual([]);
  },
);
