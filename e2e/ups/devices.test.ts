import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { giveDevices, register } from '../../tools/test/devices.ts';
import { newColleague, newOrganization, type Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { downloadAs } from '../download.ts';
import { nouns } from '../pages/devices.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown, type Someone } from '../people.ts';

const siteId = 'ups';
const units = 11;

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

type Unit = { id: string; serial: string; code: string; codeBinary: string };

async function newCustomer(language: 'ja' | 'en'): Promise<{ customer: Colleague; own: Unit[] }> {
  const organization = await newOrganization(server, 'customer', '見本工業', siteId);
  const customer = await newColleague(server, organization, 'owner', { siteId, language });
  const own: Unit[] = [];
  for (const [at, serial] of (await giveDevices(server, units)).entries()) {
    const { body } = await register(customer, serial, { company: `見本工業 ${at}号館`, purchasedOn: '2026-10-15' });
    const { code = '', codeBinary = '' } = body.contributed as Record<string, string>;
    own.push({ id: String(body.id), serial, code, codeBinary });
  }
  return { customer, own };
}

/** Search, order, pages: all of it in the address, and kept by a reload and by going back. */
async function search(someone: Someone, unit: Unit): Promise<void> {
  const { page, words, language } = someone;
  const rows = page.getByRole('row');
  await page
    .getByRole('link', { name: words('devices.menu.list', nouns[language]) })
    .last()
    .click();
  await heading(someone, words('devices.list.title', nouns[language]));
  await rows.nth(10).waitFor();
  await page.getByRole('button', { name: words('ui.table.following') }).click();
  await page.getByText(words('ui.table.shown', { from: 11, to: 11, total: units })).waitFor();
  await page.goBack();
  await page.getByText(words('ui.table.shown', { from: 1, to: 10, total: units })).waitFor();
  await page.getByText(words('devices.list.more')).click();
  await field(someone, words('devices.list.purchasedFrom')).fill('2026-10-15');
  await field(someone, words('devices.list.purchasedTo')).fill('2026-10-14');
  await button(someone, words('ui.table.search')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
  await field(someone, words('devices.list.purchasedTo')).fill('2026-10-15');
  const binary = words('headings.devices.codeBinary');
  await field(someone, binary).fill(unit.codeBinary);
  await button(someone, words('ui.table.search')).click();
  await page.getByRole('link', { name: unit.serial }).waitFor();
  expect(new URL(page.url()).searchParams.get('codeBinary')).toBe(unit.codeBinary);
  await page.reload();
  await page.getByRole('cell', { name: unit.code, exact: true }).waitFor();
  expect(await field(someone, binary).inputValue()).toBe(unit.codeBinary);
}

/** A change that meets somebody else's; both are told apart before anything is overwritten. */
async function change(someone: Someone, customer: Colleague, unit: Unit): Promise<void> {
  const { page, words } = someone;
  const path = `${customer.path}/devices/${unit.id}`;
  await page.getByRole('link', { name: unit.serial }).click();
  await page.getByRole('link', { name: words('devices.detail.edit') }).click();
  await field(someone, words('devices.fields.remarks')).fill('サーバー室');
  await page.reload();
  expect(await field(someone, words('devices.fields.remarks')).inputValue()).toBe('サーバー室');
  await button(someone, words('ui.confirm')).click();
  await heading(someone, words('devices.edit.confirmTitle'));
  const seen = await customer.call('GET', path);
  const match = { 'if-match': seen.headers.get('etag') ?? '' };
  await customer.call('PATCH', path, { values: { remarks: '別の方の備考', department: '設備課' } }, match);
  await button(someone, words('devices.edit.save')).click();
  await page.getByText(words('devices.edit.meanwhile')).waitFor();
  await page.getByText('別の方の備考').waitFor();
  const line = await slowLine(page);
  await button(someone, words('devices.edit.save')).click();
  await heading(someone, words('devices.edit.doneTitle'));
  await page.getByRole('link', { name: words('devices.edit.toDetail') }).click();
  await page.getByRole('link', { name: words('devices.detail.edit') }).waitFor();
  const asked = page.waitForResponse((response) => response.url().endsWith(`/devices/${unit.id}`));
  line.release();
  await (await asked).finished();
  // What would bring somebody back comes after all that is read anew; nothing tells when that is over.
  await page.waitForTimeout(2_000);
  expect(new URL(page.url()).pathname, 'who has gone on is not brought back').toMatch(new RegExp(`/${unit.id}$`));
  const { body } = await customer.call('GET', path);
  expect(body.values).toMatchObject({ remarks: 'サーバー室', department: '設備課' });
  const changed = words('devices.fields.remarks');
  await server.mail.waitFor(
    ({ to, text }) => to === customer.mail && text.includes(unit.serial) && text.includes(changed),
  );
}

/** Holds what the wizard says of a change that is done, until it is released. */
async function slowLine(page: Page): Promise<{ release: () => void }> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/drafts/*', async (route) => {
    if (route.request().method() === 'PUT' && route.request().postDataJSON().values.saved) await promise;
    await route.continue();
  });
  return { release: resolve };
}

async function joinClub(someone: Someone, unit: Unit, url: string): Promise<void> {
  const { page, words } = someone;
  await page.goto(`${url}/club`);
  await button(someone, words('devices.club.join')).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(words('devices.club.joinText', { count: units })).waitFor();
  await dialog.getByRole('button', { name: words('devices.club.join') }).click();
  await page.getByText(words('devices.club.joined')).waitFor();
  await page.getByRole('cell', { name: words('devices.club.present') }).waitFor();
  await page.goto(`${url}/${unit.id}`);
  await page.getByText(words('devices.detail.inClub')).waitFor();
}

test.each([
  ['ja', 390],
  ['en', 1280],
] as const)(
  'U-05 U-06 U-07 P-22 in %s at %i: found by its binary code, changed beside somebody else, the club for all, a certificate on one A4 page, the file',
  async (language, width) => {
    const { customer, own } = await newCustomer(language);
    const unit = own.find(({ code }) => own.filter((other) => other.code === code).length === 1) ?? own[0]!;
    const someone = await sitDown(await browser.newPerson({ language, width, height: 844 }), language);
    const { page, words } = someone;
    await enterAs(someone, `${server.url}/${siteId}`, customer);
    const url = `${server.url}/${siteId}/o/${customer.organization}/devices`;
    if (width < 600) await button(someone, words('shell.menu')).click();
    await search(someone, unit);
    await change(someone, customer, unit);
    await joinClub(someone, unit, url);

    await page.getByRole('link', { name: words('unlock-codes.certificate') }).click();
    await heading(someone, words('unlock-codes.paper.title'));
    const paper = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    const { totalPages, text } = await extractText(paper, { mergePages: true });
    expect(totalPages).toBe(1);
    for (const part of [unit.serial, unit.code, unit.codeBinary]) expect(text).toContain(part);
    expect(text).not.toContain(words('unlock-codes.paper.back'));

    await page.goto(url);
    const file = await downloadAs(someone, 'exports.formats.csv');
    const lines = file.bytes.toString('utf8').trim().split('\r\n');
    expect(lines).toHaveLength(units + 1);
    expect(lines.find((line) => line.includes(unit.serial))).toContain(unit.codeBinary);
    expectQuiet(someone);
  },
);
