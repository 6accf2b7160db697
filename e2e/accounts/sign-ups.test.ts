import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { dealerMakes, operatorMakes } from '../pages/makers.ts';
import { addressFirst, dealerSignsUp } from '../pages/ways.ts';
import { looks } from '../pages/looks.ts';
import { takeWalks } from '../pages.ts';
import type { JourneyWalk } from '../pages/walk.ts';
import { findViolations } from '../violations.ts';

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Takes a way with axe looking at every stop, as it does at all other pages in `e2e/axe.test.ts`; how many stops there were. */
async function walk(way: JourneyWalk, language: 'ja' | 'en'): Promise<number> {
  const found: string[] = [];
  const stops = await takeWalks([way], { ...server, browser }, looks[language], async ({ someone }, name) => {
    found.push(...(await findViolations(someone.page)).map((violation) => `${name}: ${violation}`));
  });
  expect(found).toEqual([]);
  expect(new Set(stops.map(({ route }) => route))).toEqual(new Set(way.routes));
  return stops.length;
}

async function eventsOf(what: string, of: Record<string, string> = {}): Promise<number> {
  const rows = await server.app.db.selectFrom('events').select('data').where('what', '=', what).execute();
  const fits = (data: Record<string, unknown>) => Object.entries(of).every(([key, value]) => data[key] === value);
  return rows.filter(({ data }) => fits(data as Record<string, unknown>)).length;
}

describe.each(['ja', 'en'] as const)('in %s', (language) => {
  test(`E-01 P-10 a dealer chooses the way and the login ID, and gives the phone number again, in ${language}`, async () => {
    const refused = await eventsOf('sign-up.phone-refused');
    expect(await walk(dealerSignsUp, language)).toBeGreaterThan(6);
    expect(await eventsOf('sign-up.phone-refused')).toBe(refused + 1);
    const dealers = await server.app.db
      .selectFrom('organizations')
      .select(['name', 'postal_code', 'phone', 'organization_form'])
      .where('site_id', '=', 'energy')
      .where('kind', '=', 'dealer')
      .execute();
    expect(dealers.at(-1)).toEqual({
      name: '見本電気',
      postal_code: '4520961',
      phone: '+81312345678',
      organization_form: 'sole-proprietor',
    });
  });

  test(`U-01 P-10 address and password, a code, the data after the first login, in ${language}`, async () => {
    expect(await walk(addressFirst, language)).toBeGreaterThan(4);
    const owed = await server.app.db
      .selectFrom('organizations')
      .select(['name', 'phone'])
      .where('site_id', '=', 'ups')
      .where('kind', '=', 'customer')
      .where('data_owed', '=', false)
      .execute();
    expect(owed.at(-1)).toEqual({ name: '見本製作所', phone: '+819012345678' });
    const club = server.app.db.selectFrom('club_memberships').select('id').where('until_at', 'is', null).execute();
    expect(await club).toHaveLength(owed.length);
  });

  test(`C-01 P-12 an operator hands over an initial password, twice; its owner changes it first, in ${language}`, async () => {
    const made = await eventsOf('user.created', { opening: 'initial' });
    expect(await walk(operatorMakes, language)).toBeGreaterThan(8);
    expect(await eventsOf('user.created', { opening: 'initial' })).toBe(made + 1);
  });

  test(`L-01 L-09 a dealer sets a temporary password, or has a link mailed; the customer wants their own, in ${language}`, async () => {
    const invited = await eventsOf('user.invited');
    expect(await walk(dealerMakes, language)).toBeGreaterThan(4);
    // One for the account that opens by a link, one for the customer who wants a password of their own.
    expect(await eventsOf('user.invited')).toBe(invited + 2);
  });
});
