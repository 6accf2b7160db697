import type pg from 'pg';
import type { App } from '../../kernel/app.ts';
import { txOn } from '../../kernel/database.ts';
import { connectedTo } from '../connected.ts';
import { reportedBy } from '../live.ts';
import type { Noticed, TakenReport } from '../report-taker.ts';
import { dayOf } from './days.ts';
import { gather, type Gathered, type GatheredRow } from './gather.ts';
import type { Answers, Item } from './item.ts';
import {
  distrust,
  forgetNewest,
  recallNewest,
  rememberDue,
  rememberNewest,
  type Due,
  type Known,
  type Newest,
} from './known.ts';
import { noticedIn } from './notice.ts';
import { findChildren, findSenders, growingOf, markFallen, sendersOf } from './senders.ts';
import {
  copyRows,
  mergeRows,
  onNothing,
  writeAtOnce,
  writeDue,
  writeLatest,
  writeReports,
  writeRest,
} from './write.ts';

const uniqueViolation = '23505';
/** Above, COPY is quicker although it takes more turns. */
const rowsAtOnceMax = 500;

/**
 * Stores a batch of messages in one transaction and says what each sender is told. A few new readings go by one statement, many by
 * COPY; a batch of which something is there already is rolled back and merged row by row, so that the same message twice is stored once.
 */
export async function storeBatch(app: App, known: Known, items: readonly Item[]): Promise<Answers[]> {
  const client = await app.pool.connect();
  let broken: unknown;
  try {
    try {
      return await storeWith(app, client, known, items, false);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return await storeWith(app, client, known, items, true);
    }
  } catch (error) {
    broken = error;
    throw error;
  } finally {
    client.release(broken !== undefined);
  }
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === uniqueViolation;
}

async function storeWith(
  app: App,
  client: pg.PoolClient,
  known: Known,
  items: readonly Item[],
  merging: boolean,
): Promise<Answers[]> {
  const atOnce = merging ? null : await storeAtOnce(app, client, known, items);
  if (atOnce) return atOnce;
  const { isLive, newest } = await findSenders(client, items);
  const taken = items.filter(({ reporter }) => isLive(reporter));
  const gathered = gather(taken, await findChildren(app, client, taken));
  const last = await markFallen(client, gathered, newest);
  const plan = planOf(app, known, gathered, merging);
  if (isPlain(app, known, plan)) await writeAtOnce(client, plan.rows, onNothing);
  else await writeInSteps(app, client, known, plan);
  remember(known, plan, last);
  tellWatchers(app, gathered);
  const answers = new Map(taken.map((item, index) => [item, gathered.answers[index] ?? []]));
  return items.map((item) => answers.get(item) ?? null);
}

/**
 * Stores a few readings in one turn, by what is remembered of their senders: the statement writes only if all of it still holds. Null
 * when it does not, or when there is more to them.
 */
async function storeAtOnce(
  app: App,
  client: pg.PoolClient,
  known: Known,
  items: readonly Item[],
): Promise<Answers[] | null> {
  const nowMs = app.clock.now().getTime();
  if (items.length > rowsAtOnceMax || !items.every(isOwnReading)) return null;
  const newest = recallNewest(known, growingOf(items.map(({ reporter }) => reporter)), nowMs);
  if (!newest) return null;
  const gathered = gather(items, () => undefined);
  const last = await markFallen(client, gathered, newest);
  const plan = planOf(app, known, gathered, false);
  if (plan.rows.length === 0 || !isPlain(app, known, plan)) return null;
  if (!(await writeAtOnce(client, plan.rows, { senders: sendersOf(items), newest }))) {
    distrust(known, nowMs);
    return null;
  }
  remember(known, plan, last);
  tellWatchers(app, gathered);
  return gathered.answers;
}

function isOwnReading({ arrived }: Item): boolean {
  return 'message' in arrived && arrived.message.kind === 'telemetry' && arrived.message.device === null;
}

function remember(known: Known, { rows, due, months, merging }: Plan, last: Newest): void {
  rememberDue(known, due);
  // What was merged may say more than what was sent; and where many come at once nobody asks what is remembered.
  if (merging || rows.length > rowsAtOnceMax) forgetNewest(known, rows);
  else rememberNewest(known, last);
  for (const month of months) known.months.add(month);
}

/** What is to be written of a batch. */
type Plan = {
  gathered: Gathered;
  rows: readonly GatheredRow[];
  months: ReadonlySet<string>;
  due: readonly Due[];
  merging: boolean;
};

function planOf(app: App, known: Known, gathered: Gathered, merging: boolean): Plan {
  const rows = sorted(gathered);
  return { gathered, rows, months: monthsOf(rows), due: dueOf(app.clock.now(), known, gathered), merging };
}

/** Whether there is nothing but a few readings to write: one statement then, which is its own transaction. */
function isPlain(app: App, known: Known, { gathered, rows, months, due, merging }: Plan): boolean {
  const { reports, clocks, faults } = gathered;
  if (merging || rows.length > rowsAtOnceMax || due.length > 0) return false;
  if (reports.length > 0 || clocks.size > 0 || faults.size > 0 || !months.isSubsetOf(known.months)) return false;
  return noticedBy(app, gathered).length === 0;
}

async function writeInSteps(app: App, client: pg.PoolClient, known: Known, plan: Plan): Promise<void> {
  const { gathered, rows, months, due, merging } = plan;
  await client.query('begin');
  try {
    for (const month of months.difference(known.months))
      await client.query('select make_reading_partitions($1::date)', [`${month}-01`]);
    if (merging) await mergeRows(client, gathered);
    else if (rows.length > 0) await copyRows(client, rows);
    await writeLatest(client, rows);
    await writeDue(client, due);
    await writeRest(client, gathered);
    await handOn(app, client, await writeReports(client, gathered));
    await tellNoticed(app, client, gathered);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** After the commit: whoever looks now finds it. */
function tellWatchers({ live }: App, { rows, reports }: Gathered): void {
  const keys = new Set([...rows.values(), ...reports].map(({ deviceKey }) => deviceKey));
  live.tell([...keys].map(reportedBy));
}

/** Gives what devices said to those who make something of it. */
async function handOn(app: App, client: pg.PoolClient, reports: readonly TakenReport[]): Promise<void> {
  if (reports.length === 0) return;
  for (const taker of connectedTo(app).reports) {
    const some = reports.filter(({ kind }) => taker.kinds.includes(kind));
    if (some.length > 0) await taker.take(app, txOn(client), some);
  }
}

async function tellNoticed(app: App, client: pg.PoolClient, gathered: Gathered): Promise<void> {
  const noticed = noticedBy(app, gathered);
  if (noticed.length === 0) return;
  for (const take of connectedTo(app).notices) await take(app, txOn(client), noticed);
}

function noticedBy(app: App, gathered: Gathered): Noticed[] {
  return connectedTo(app).notices.length > 0 ? noticedIn(gathered) : [];
}

/** In one order, so that two nodes with the same messages do not wait for each other. */
function sorted({ rows }: Gathered): GatheredRow[] {
  return [...rows.values()].toSorted((a, b) => a.deviceKey - b.deviceKey || a.timeMs - b.timeMs);
}

/** Which months' partitions these need. */
function monthsOf(rows: readonly GatheredRow[]): ReadonlySet<string> {
  return new Set(rows.map(({ timeMs }) => dayOf(timeMs, 'UTC').slice(0, 7)));
}

function dueOf(now: Date, { due }: Known, { rows }: Gathered): Due[] {
  const found = new Map<string, Due>();
  for (const { deviceKey, timeMs, site } of rows.values()) {
    const day = dayOf(timeMs, site.timeZone);
    const key = `${deviceKey} ${day}`;
    const open = day >= dayOf(now.getTime(), site.timeZone);
    if (!(open && due.has(key))) found.set(key, { deviceKey, day, open });
  }
  return [...found.values()];
}
