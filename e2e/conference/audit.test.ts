import { afterAll, beforeAll, expect, test } from 'vitest';
import { newCompany } from '../../tools/test/accounts.ts';
import { audited } from '../../tools/test/audit.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { downloadAs } from '../download.ts';
import { operatorAt } from '../operators.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown, type Someone } from '../people.ts';

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const row = ({ page }: Someone, text: string) => page.getByRole('row').filter({ hasText: text }).first();

async function openLog(someone: Someone): Promise<void> {
  await audited(server);
  await someone.page
    .getByRole('link', { name: someone.words('audit.menu.audit') })
    .first()
    .click();
  await heading(someone, someone.words('audit.list.title'));
}

test.each(['ja', 'en'] as const)(
  'P-25 an owner looks up who did what, from where and what it was before; an operator the same for the whole site, in %s',
  async (language) => {
    const company = await newCompany(server);
    await company.call('PATCH', '/session', { language });
    const owner = await sitDown(await browser.newPerson({ language, width: 390, height: 844 }), language);
    const { page, words } = owner;
    await enterAs(owner, `${server.url}/conference`, company);
    const invited = { name: `見本 ${language}`, mail: `colleague-${language}@example.jp`, role: 'viewer', language };
    expect((await company.create(`${company.path}/invitations`, invited)).status).toBe(201);

    await page.goto(`${server.url}/conference/o/${company.organization}/audit`);
    await heading(owner, words('audit.list.title'));
    await audited(server);
    await button(owner, words('ui.table.refresh')).click();
    await row(owner, words('events.invitation.sent')).waitFor();
    await row(owner, words('events.user.created')).waitFor();

    await field(owner, words('audit.list.kind')).selectOption('invitation.sent');
    await button(owner, words('ui.table.search')).click();
    await expect.poll(() => page.url()).toContain('kind=invitation.sent');
    await expect.poll(() => page.getByRole('row').count()).toBe(2);
    await page.reload();
    await expect.poll(() => page.getByRole('row').count()).toBe(2);
    await row(owner, invited.mail).waitFor();

    const file = (await downloadAs(owner, 'exports.formats.csv')).bytes.toString('utf8');
    expect(file).toContain(words('events.invitation.sent'));
    expect(file).toContain(invited.mail);

    await row(owner, invited.mail).getByRole('link').click();
    await heading(owner, words('events.invitation.sent'));
    const json = JSON.parse((await page.locator('pre').textContent()) ?? '') as Record<string, unknown>;
    expect(json).toMatchObject({ kind: 'invitation.sent', recorded: { details: { mail: invited.mail } } });
    await page.goBack();
    await expect.poll(() => page.getByRole('row').count()).toBe(2);

    const { someone } = await operatorAt(server, browser, language, 1920);
    await openLog(someone);
    await field(someone, words('audit.list.object')).fill(company.organization);
    await button(someone, words('ui.table.search')).click();
    await row(someone, words('events.organization.created')).waitFor();
    expectQuiet(owner);
    expectQuiet(someone);
  },
);
