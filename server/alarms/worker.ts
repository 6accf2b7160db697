import { sql } from 'kysely';
import type { App, Site } from '../kernel/app.ts';
import { after, secondsMs } from '../kernel/clock.ts';
import type { Tx } from '../kernel/database.ts';
import type { Worker } from '../kernel/workers.ts';
import { makeDigests } from './digest.ts';
import { endOfOthers, findExchanged, findPossible, findRightClocks, findSettled } from './recover.ts';
import { remind } from './remind.ts';
import { findHeard, findSilent } from './silence.ts';
import { takeInputs } from './take-inputs.ts';

const lookEveryMs = secondsMs;
/** What nobody reports is looked for this often. */
const sweepEveryMs = 15 * secondsMs;
const turnsMax = 100;
const lockKey = 0x616c726d;

/** One node at a time makes alarms, so that what is reported is taken in its order; null while another does. */
async function alone<T>(app: App, work: (tx: Tx) => Promise<T>): Promise<T | null> {
  return app.db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(${lockKey}) as got`.execute(tx);
    return rows[0]?.got ? work(tx) : null;
  });
}

const switchedOn = ({ sites }: App) => [...sites.values()].filter((site) => 'alarms' in site.capabilities);

/** Whether a site is to be looked at now; said to one node alone. */
async function takeSweep(app: App, { id }: Site, now: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into alarm_sweeps as s (site_id, swept_at) values (${id}, ${now})
    on conflict (site_id) do update set swept_at = excluded.swept_at
      where s.swept_at <= ${after(now, -sweepEveryMs)} or s.swept_at > excluded.swept_at
    returning site_id`.execute(app.db);
  return rows.length > 0;
}

/** Again and again while there was something; thousands at once are taken in pieces. */
async function untilNone(work: () => Promise<number | null>): Promise<void> {
  for (let turn = 0; turn < turnsMax; turn += 1) if (((await work()) ?? 0) === 0) return;
}

/** Looks once for all that is wrong, or right again, without anybody having said so; false where another node kept it from a part. */
export async function sweep(app: App, site: Site, now: Date): Promise<boolean> {
  let whole = true;
  const step = async <T>(work: (tx: Tx, site: Site, now: Date) => Promise<T>): Promise<T | null> => {
    const done = await alone(app, async (tx) => ({ result: await work(tx, site, now) }));
    if (!done) whole = false;
    return done?.result ?? null;
  };
  await step(endOfOthers);
  for (const find of [findSilent, findHeard]) await untilNone(() => step(find));
  for (const find of [findPossible, findRightClocks, findExchanged, findSettled, remind]) await step(find);
  return whole;
}

/** Puts what is to be told into mails, one for each address. */
export async function tellNow(app: App, now: Date): Promise<void> {
  for (const site of switchedOn(app)) await untilNone(() => alone(app, (tx) => makeDigests(tx, site, now)));
}

/** Takes what devices said; one question while there is nothing. Whether there may be more. */
async function takeReports(app: App, now: Date): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`select exists (select from alarm_inputs) as any`.execute(app.db);
  return rows[0]?.any === true && ((await alone(app, (tx) => takeInputs(app, tx, now))) ?? 0) > 0;
}

const sweptAt = new WeakMap<App, Date>();

/** Whether this node has not looked for a while; a clock that was put back has it look as well. */
function isSweepDue(app: App, now: Date): boolean {
  const last = sweptAt.get(app);
  if (last && last <= now && now < after(last, sweepEveryMs)) return false;
  sweptAt.set(app, now);
  return true;
}

/** Makes alarms and what is told of them (E-08, P-35). */
export const alarmWorker: Worker = {
  name: 'alarms',
  everyMs: lookEveryMs,
  work: async (app, now) => {
    if (switchedOn(app).length === 0) return false;
    if (await takeReports(app, now)) return true;
    if (!isSweepDue(app, now)) return false;
    for (const site of switchedOn(app)) if (await takeSweep(app, site, now)) await sweep(app, site, now);
    await tellNow(app, now);
    return false;
  },
};
