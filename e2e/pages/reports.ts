import { newCompany, type Member } from '../../tools/test/accounts.ts';
import { giveActivationKeys, randomHex } from '../../tools/test/activation-keys.ts';
import { chooseFile } from '../download.ts';
import { button, field, heading, enterAs } from '../people.ts';
import type { Scene, Visit, Walk } from './walk.ts';

const list = '/o/$organization/registration-keys';
const route = `${list}/report`;

/** Somebody of a company who looks at the reports and takes them home as files. */
export const reports: Walk = {
  name: 'a dealer makes reports',
  go: async (visit) => {
    const { scene, someone, look, stop } = visit;
    const { page, words } = someone;
    const siteUrl = `${scene.url}/conference`;
    const company = await newCompany(scene);
    await company.call('PATCH', '/session', { language: look.language });
    await issue(scene, company);
    await enterAs(someone, siteUrl, company);
    const address = `${siteUrl}/o/${company.organization}/registration-keys/report`;
    await page.goto(address);
    await heading(someone, words('registration-keys.report.title'));
    await page.getByRole('row').nth(1).waitFor();
    await stop('report, daily totals', route);
    await faults(visit);
    await page.goto(`${address}?from=2030-01-01`);
    await page.getByText(words('ui.table.zero')).first().waitFor();
    await stop('report, nothing in that time', route);
    await page.goto(`${address}?report=history&sort=-deviceId`);
    await page.getByRole('row').nth(1).waitFor();
    await stop('report, full history', route);
    await files(visit);
  },
};

async function issue(scene: Scene, company: Member): Promise<void> {
  const [key] = await giveActivationKeys(scene, 1);
  const deviceId = randomHex(16);
  const lines = ['𠮷野家ビル', '3階'];
  await company.call('PUT', `${company.path}/registration-keys/installations/${deviceId}`, { lines });
  const body = { category: 'conference-unit', deviceId, activationKeys: [key] };
  const issued = await company.create(`${company.path}/registration-keys`, body);
  if (issued.status !== 201) throw new Error(issued.text);
}

async function faults({ someone, stop }: Visit): Promise<void> {
  const { page, words } = someone;
  await field(someone, words('registration-keys.report.from')).fill('2026-11-02');
  await field(someone, words('registration-keys.report.to')).fill('2026-11-01');
  await button(someone, words('registration-keys.report.show')).click();
  await page.getByText(words('problems.exports.from-after-to')).first().waitFor();
  await stop('report, an end before the beginning', route);
}

async function files({ someone, stop }: Visit): Promise<void> {
  const { page, words } = someone;
  await button(someone, words('exports.open')).click();
  await page.getByRole('dialog').waitFor();
  await stop('download, kind of file', route);
  await chooseFile(someone, 'exports.formats.shiftJis');
  await page
    .getByRole('dialog')
    .getByText(words('exports.unwritable.text', { count: 1, cells: 1 }))
    .waitFor();
  await stop('download, characters that cannot be written', route);
}
