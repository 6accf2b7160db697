import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runJobs, type Job } from '../../server/kernel/jobs.ts';
import { silentLog } from '../../server/kernel/log.ts';
import { newOperator } from '../../tools/test/accounts.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { enterAs, expectQuiet, heading, sitDown } from '../people.ts';
import { press } from '../steps.ts';

let server: TestServer;
let browser: TestBrowser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const run = (job: Job) => runJobs(server.app, [job], silentLog);

test.each([
  { language: 'ja', width: 390, height: 844 },
  { language: 'en', width: 1920, height: 1080 },
] as const)(
  'P-26 an operator sees what runs by itself, what failed and why, and gets to the mails, in $language',
  async (seat) => {
    const operator = await newOperator(server);
    await operator.call('PATCH', '/session', { language: seat.language });
    const someone = await sitDown(await browser.newPerson(seat), seat.language);
    const { page, words } = someone;
    await run({ name: 'retention', run: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) });
    await sql`insert into mails (site_id, id, event_id, recipient, template, language, state, tries, next_try_at)
      select site_id, gen_random_uuid(), id, ${`nobody-${seat.language}@example.jp`}, 'made-up', 'ja', 'dead', 8, now()
      from events where site_id = 'conference' limit 1`.execute(server.app.db);
    await enterAs(someone, `${server.url}/conference`, operator);
    await page.goto(`${server.url}/conference/o/${operator.organization}/jobs`);
    await heading(someone, words('jobs.title'));
    const need = page.getByText(words('jobs.needTitle', { count: 1 }));
    await need.waitFor();
    await page.getByText(words('jobs.reasons.out-of-room')).waitFor();
    expect(await page.getByText(words('jobs.does.retention')).count()).toBeGreaterThan(0);
    // What the site does not have is not there.
    expect(await page.getByText(words('jobs.does.reading-roll-up')).count()).toBe(0);
    await run({ name: 'retention', run: () => Promise.resolve() });
    await press(someone, 'jobs.refresh');
    await need.waitFor({ state: 'detached' });
    await page.getByText(words('jobs.allWell')).waitFor();
    const { rows } = await sql<{
      count: number;
    }>`select count(*)::int as count from mails where state = 'dead'`.execute(server.app.db);
    const count = rows[0]?.count ?? 0;
    const name = words('jobs.failedName', { name: words('jobs.names.mails'), count });
    await page.getByRole('link', { name }).click();
    await heading(someone, words('failed-mails.list.title'));
    await page.getByText(`nobody-${seat.language}@example.jp`).waitFor();
    expectQuiet(someone);
  },
);
