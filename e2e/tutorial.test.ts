import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { childServer, type ChildServer } from '../proof/kit/child-server.ts';
import { checkout } from '../server/config.ts';
import { launchBrowser, type TestBrowser } from '../tools/test/browser.ts';
import { tutorialSite, tutorialSteps, writeStep } from '../tools/test/tutorial.ts';
import { assignNow, importOrder } from './camera/desk.ts';
import { button, expectQuiet, field, heading, logIn, sitDown, type Someone } from './people.ts';

let folder: string;
let browser: TestBrowser;
let demo: ChildServer;
let siteUrl: string;
const steps = tutorialSteps();
const runMs = 60_000;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engawa-tutorial-'));
  // The database's OS user has to pass through.
  await chmod(folder, 0o711);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await demo?.destroy();
  await rm(folder, { recursive: true, force: true });
});

type Outcome = { kind: 'run' | 'fails'; says: string; status: number | null; told: string };

/** Runs a command of the page, whose folders lie in one that goes away. */
function run(command: string): { status: number | null; told: string } {
  const here = command.replaceAll('coffee-maker', join(folder, 'coffee-maker'));
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-ec', here], {
    cwd: checkout,
    encoding: 'utf8',
    timeout: runMs,
  });
  return { status, told: stdout + stderr };
}

test('P-01 each command of docs/tutorial.md does what it says there, and the demo comes up with the new site', async () => {
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    if (step.kind === 'run' || step.kind === 'fails') outcomes.push({ ...step, ...run(step.command) });
    else await writeStep(join(folder, 'coffee-maker'), step);
  }
  const isAsSaid = ({ kind, status, told, says }: Outcome) =>
    kind === 'run' ? status === 0 : status === 1 && told.includes(says);
  expect(outcomes.filter((one) => !isAsSaid(one))).toEqual([]);
  expect(steps.filter(({ kind }) => kind === 'run').length).toBeGreaterThanOrEqual(3);
  expect(steps.at(-1)).toEqual({
    kind: 'demo',
    command: 'ENGAWA_SITES_DIR=coffee-maker ENGAWA_DATA_DIR=coffee-data ./engawa demo',
  });
  const dataDir = await mkdtemp(join(folder, 'data-'));
  demo = await childServer({
    dataDir,
    command: 'demo',
    byEntry: true,
    env: { ENGAWA_SITES_DIR: join(folder, 'coffee-maker') },
  });
  demo.spawn();
  await demo.ready();
  await demo.answers(async () => demo.lastWords().includes('Stop with Ctrl+C'));
  siteUrl = `${demo.url}/${tutorialSite}`;
  expect(demo.lastWords()).toContain(`Coffee Machine Portal: ${siteUrl}`);
  expect(existsSync(join(folder, 'coffee-maker', 'coffee', 'site.yaml'))).toBe(true);
});

/** What the demo prints about somebody, or about units of a model. */
function told(pattern: RegExp): string[] {
  const found = pattern.exec(demo.lastWords());
  if (!found) throw new Error(`the demo said nothing like ${pattern}:\n${demo.lastWords()}`);
  return found.slice(1);
}

async function enter(who: string): Promise<Someone> {
  const [loginId = '', password = ''] = told(new RegExp(`log in as ${who}[^:\n]*: (\\S+) / (.+)`));
  const someone = await sitDown(await browser.newPerson({ language: 'ja', width: 390, height: 844 }), 'ja');
  await logIn(someone, siteUrl, loginId, password);
  return someone;
}

/** Where the pages of somebody's organization begin. */
async function homeOf({ page }: Someone): Promise<string> {
  const link = await page.locator('a[href*="/o/org_"]').first().getAttribute('href');
  return demo.url + (/^.*\/o\/[^/?]+/.exec(link ?? '')?.[0] ?? '');
}

const noun = { device: 'コーヒーマシン', devices: 'コーヒーマシン' };

async function registerMachine(someone: Someone, model: string): Promise<void> {
  const { page, words } = someone;
  const [serial = '', code = ''] = told(new RegExp(`(\\S+)  ${model}, delivered with the code (\\S+)`));
  await page.goto(`${await homeOf(someone)}/devices/register`);
  await heading(someone, words('devices.register.formTitle', noun));
  await field(someone, words('devices.fields.serial')).fill(serial);
  await field(someone, words('devices.fields.claimCode')).fill(code);
  await field(someone, '呼び名').fill(`休憩室 ${model}`);
  await button(someone, words('ui.confirm')).click();
  await button(someone, words('devices.register.submit')).click();
  await heading(someone, words('devices.register.doneTitle', noun));
}

test('P-01 a customer registers a machine, sees cups, and the alarm of one that is blocked', async () => {
  const customer = await enter('customer 見本工業');
  const { page, words } = customer;
  await registerMachine(customer, 'CM-200');
  const home = await homeOf(customer);
  await page.goto(`${home}/devices`);
  await page.getByRole('link', { name: '休憩室 CM-200' }).waitFor();
  await page.goto(`${home}/counters`);
  await button(customer, words('counters.question.submit')).click();

  await page.getByText('オフィスマシン 200 1').first().waitFor();
  // The headings, the totals, three of the demo's and the new one.
  expect(await page.getByRole('row').count()).toBe(6);
  await page.goto(`${home}/alarms`);
  await page.getByText('豆挽きが止まっています').first().waitFor();
  expectQuiet(customer);
});

test('P-01 an order of licences is imported, one is assigned, and with it the big machine is registered', async () => {
  const operator = await enter('operator');
  const [dealer = ''] = told(/log in as dealer [^:,\n]*: (\S+)/);
  const [customer = ''] = told(/log in as customer 見本工業[^:\n]*: (\S+)/);
  await importOrder(operator, { type: 'recipes', number: 'K-1', dealer }, `${await homeOf(operator)}/licence-orders`);
  const seller = await enter('dealer');
  await seller.page.goto(`${await homeOf(seller)}/licences/assign`);
  await assignNow(seller, { type: 'recipes', quantity: 1, to: { mail: customer } });
  const owner = await enter('customer 見本工業');
  await registerMachine(owner, 'CM-500');
  await owner.page.goto(`${await homeOf(owner)}/own-licences`);
  await owner.page.getByText('レシピ').first().waitFor();
  await owner.page.goto(`${await homeOf(owner)}/devices`);
  await owner.page.getByRole('link', { name: '休憩室 CM-500' }).waitFor();
  expect(await owner.page.getByRole('row').filter({ hasText: 'CM-500' }).count()).toBe(1);
  for (const one of [operator, seller, owner]) expectQuiet(one);
});
