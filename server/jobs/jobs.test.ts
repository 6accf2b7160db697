import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobNames, jobReasons, type JobName } from '../../domain/jobs/jobs.ts';
import { newCompany, newOperator, type Member } from '../../tools/test/accounts.ts';
import { newColleague, newOrganization } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { capabilities, ownJobs } from '../capabilities.ts';
import { daysMs, minutesMs } from '../kernel/clock.ts';
import { runJobs, type Job } from '../kernel/jobs.ts';
import { silentLog } from '../kernel/log.ts';
import { shownJobs } from './shown.ts';

let server: TestServer;
let operator: Member;
beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:30Z') });
  operator = await newOperator(server);
});
afterAll(() => server.close());

type Count = { count: number; countCapped: boolean };
type Shown = {
  name: JobName;
  state: string;
  rhythm: string;
  lastRun: { beganAt: string; wellAt: string | null; failure: { since: string; reason: string } | null } | null;
  nextRunAt: string | null;
  waiting: Count | null;
  failed: Count | null;
};
const list = async (by: Pick<Member, 'call' | 'organization'> = operator) => {
  const answer = await by.call('GET', `/organizations/${by.organization}/jobs`);
  return { ...answer, items: (answer.body['items'] ?? []) as Shown[] };
};
const shown = async (name: JobName, by?: Pick<Member, 'call' | 'organization'>) =>
  (await list(by)).items.find((item) => item.name === name);
const run = (job: Job) => runJobs(server.app, [job], silentLog);
const failing = (name: JobName, error: unknown): Job => ({ name, run: () => Promise.reject(error) });

describe('P-26 what runs by itself', () => {
  test('every job, worker and loop has a name there, and every name is one of them', () => {
    const own = capabilities.flatMap(({ jobs = [], workers = [] }) => [
      ...jobs.map(({ name }) => name),
      ...workers.map(({ name, job = name }) => job),
    ]);
    expect(own.filter((name) => !(jobNames as string[]).includes(name))).toEqual([]);
    expect(shownJobs(capabilities, ownJobs).map(({ name }) => name)).toEqual(jobNames);
    const queued = capabilities.flatMap(({ queues = {} }) => Object.keys(queues));
    expect(queued.length).toBeGreaterThanOrEqual(6);
    expect(new Set(queued).size).toBe(queued.length);
  });

  test('the loops of the server are seen to go on, and what has not run is not said to have gone well', async () => {
    for (const name of ['events-seal', 'events-read', 'mails', 'imports', 'webhooks'] as const)
      await expect.poll(async () => (await shown(name))?.state).toBe('well');
    expect(await shown('mails')).toMatchObject({ rhythm: 'always', nextRunAt: null });
    expect(await shown('api-key-uses')).toMatchObject({ state: 'never', lastRun: null });
  });

  test('a run says when, and when the next is; ten minutes without one are late', async () => {
    await run({ name: 'audit-heads', run: () => Promise.resolve() });
    const at = server.clock.now().toISOString();
    expect(await shown('audit-heads')).toMatchObject({
      state: 'well',
      lastRun: { beganAt: at, wellAt: at, failure: null },
      nextRunAt: '2026-11-20T01:01:00.000Z',
    });
    server.clock.move(11 * minutesMs);
    expect(await shown('audit-heads')).toMatchObject({ state: 'late', lastRun: { beganAt: at } });
  });

  test('a failure says since when and why by a code, nothing of what it was about, and ends with the next that goes well', async () => {
    const since = server.clock.now().toISOString();
    const error = Object.assign(new Error('no room for 秘密商店'), { code: '53100', detail: '秘密商店' });
    await run(failing('retention', error));
    expect(await shown('retention')).toMatchObject({
      state: 'failing',
      lastRun: { wellAt: null, failure: { since, reason: 'out-of-room' } },
    });
    server.clock.move(minutesMs);
    await run(failing('retention', new TypeError('秘密商店 is undefined')));
    expect(await shown('retention')).toMatchObject({ lastRun: { failure: { since, reason: 'unexpected' } } });
    expect((await list()).text).not.toContain('秘密');
    expect(JSON.stringify((await sql`select * from job_runs`.execute(server.app.db)).rows)).not.toContain('秘密');
    expect(jobReasons).toContain('unexpected');
    await run({ name: 'retention', run: () => Promise.resolve() });
    const wellAt = server.clock.now().toISOString();
    expect(await shown('retention')).toMatchObject({ state: 'well', lastRun: { wellAt, failure: null } });
  });

  test('what fails is on the home page of operators until it goes well, and of what their site does not have nothing is told', async () => {
    const needs = async ({ call, organization }: Pick<Member, 'call' | 'organization'>) => {
      const { body } = await call('GET', `/organizations/${organization}/needs`);
      return (body['items'] as { kind: string; count: number }[]).filter(({ kind }) => kind === 'jobs-failing');
    };
    await run(failing('retention', new Error('no')));
    await run(failing('licence-plans', new Error('no')));
    expect(await needs(operator)).toMatchObject([{ count: 1 }]);
    await run({ name: 'retention', run: () => Promise.resolve() });
    await run({ name: 'licence-plans', run: () => Promise.resolve() });
    expect(await needs(operator)).toEqual([]);
  });

  test('what fails keeps none of the others', async () => {
    const did: string[] = [];
    await runJobs(
      server.app,
      [failing('mailings', new Error('no')), { name: 'retention', run: async () => void did.push('retention') }],
      silentLog,
    );
    expect(did).toEqual(['retention']);
  });

  test('what waits and what failed is counted of the own site, and jobs of what a site does not have are not there', async () => {
    const other = await newColleague(server, await newOrganization(server, 'maker', '', 'energy'), 'owner', {
      siteId: 'energy',
    });
    const counts = async (by?: Pick<Member, 'call' | 'organization'>) => {
      const mails = await shown('mails', by);
      return [mails?.waiting?.count, mails?.failed?.count];
    };
    for (const by of [operator, other]) await expect.poll(() => counts(by)).toEqual([0, 0]);
    const later = new Date(server.clock.now().getTime() + 30 * daysMs);
    for (const [at, state] of ['due', 'due', 'dead'].entries())
      await sql`insert into mails (site_id, id, event_id, recipient, template, language, state, tries, next_try_at)
        select site_id, gen_random_uuid(), id, ${`nobody-${at}@example.jp`}, 'made-up', 'ja', ${state}, 0, ${later}
        from events where site_id = 'conference' limit 1`.execute(server.app.db);
    expect(await counts()).toEqual([2, 1]);
    expect(await counts(other)).toEqual([0, 0]);
    const names = async (by: Pick<Member, 'call' | 'organization'>) => (await list(by)).items.map(({ name }) => name);
    expect(await names(operator)).not.toContain('reading-roll-up');
    expect(await names(other)).toContain('reading-roll-up');
    expect(await names(other)).not.toContain('licence-plans');
  });

  test('nobody but operators sees it', async () => {
    const company = await newCompany(server);
    expect((await list(company)).status).toBe(403);
  });
});
