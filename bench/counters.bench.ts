import pg from 'pg';
import type { Experiment, Figures } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import type { DeviceCredential } from '../edge/gateway/bootstrap.ts';
import { beside } from '../proof/kit/beside.ts';
import { childServer, freePort, type ChildServer } from '../proof/kit/child-server.ts';
import { findRunningDatabase } from '../server/kernel/embedded-postgres/borrow.ts';
import { insideId } from '../server/kernel/ids.ts';
import { giveCredentials, giveManyPrinters } from '../tools/test/many-printers.ts';
import { newColleague, newOrganization, type Colleague } from '../tools/test/organizations.ts';
import { printerSite } from '../tools/test/printers.ts';
import { dayOf, monthsBefore } from './counters/calendar.ts';
import { bareMonths, copySeconds, monthsOfFile } from './counters/copy-months.ts';
import { askPages } from './counters/pages.ts';
import { reportDay } from './counters/report-day.ts';
import { takeFile, type Taken } from './export/take-file.ts';
import { median, medianRatio, rounded, tableOf } from './kit/figures.ts';

const devices = 10_000;
const counters = 20;
const days = 395;
const roundsDefault = 5;
const readyWithinMs = 120_000;
const secret = 'a secret that ten thousand printers share';

const limits = { pageMs: 100, monthRatio: 3, yearRatio: 2, growthMb: 64, ingestSeconds: 30 };

export const experiment: Experiment = {
  name: 'counters',
  summary: `${devices.toLocaleString('en')} printers of one organization with ${days} days of ${counters} counters: pages with totals, files against COPY, a day's readings`,
  debianPackages: [],
  run: async ({ rounds: asked, folder, say }) => {
    await buildWeb(say);
    const rounds = asked ?? roundsDefault;
    const port = await freePort();
    const server = await childServer({ dataDir: folder, env: { ENGAWA_MQTT_PORT: String(port) } });
    const database = () => new pg.Client({ connectionString: findRunningDatabase(folder)?.ownerUrl });
    try {
      server.spawn();
      await server.ready(readyWithinMs);
      const { owner, credentials } = await fill(folder, server.url, say);
      const client = database();
      await client.connect();
      // What the database does by itself after a while, so that both sides have its best plan.
      await client.query('vacuum analyze');
      const pages = await askPages(owner, rounds, say);
      const files = await takeFiles(server, owner, client, rounds, say).finally(() => client.end());
      // The first day makes up for what a ledger would have known by then.
      await reportDay(port, credentials, dayOf(-1));
      const seconds = await reportDay(port, credentials, dayOf(0));
      say(
        `a reading of ${counters} counters each of ${devices.toLocaleString('en')} printers: ${rounded(seconds, 1)} s`,
      );
      return judge({ ...pages, ...files, seconds, rounds });
    } finally {
      await server.destroy();
    }
  },
};

type Fleet = { owner: Colleague; credentials: DeviceCredential[] };

function fill(folder: string, url: string, say: (line: string) => void): Promise<Fleet> {
  return beside(folder, async (app) => {
    const organization = await newOrganization({ app }, 'customer', '見本商事', printerSite);
    const owner = await newColleague({ app, url }, organization, 'owner', { siteId: printerSite });
    const organizationId = insideId(organization);
    await giveManyPrinters(app, { organizationId, count: devices, counters, days, lastDay: dayOf(-2) });
    const credentials = await giveCredentials(app, devices, secret);
    say(`${(devices * days).toLocaleString('en')} days of ${devices.toLocaleString('en')} printers are there`);
    return { owner, credentials };
  });
}

type Files = { month: number; year: number; growthMb: number };
type Round = { bare: number; same: number; files: Taken[] };

/** One whole month, and thirteen: twelve, which is as many as a question may have, and one. */
async function takeFiles(
  server: ChildServer,
  owner: Colleague,
  client: pg.Client,
  rounds: number,
  say: (line: string) => void,
): Promise<Files> {
  const [oldest, first, month, last] = [monthsBefore(12), monthsBefore(11), monthsBefore(1), monthsBefore(0)];
  const spans = { month: [[month, month]], year: [[oldest, oldest] as const, [first, last] as const] } as const;
  const take = (from: string, to: string) =>
    takeFile(server.url, server.pid(), owner, `counters?from=${from}&to=${to}`, printerSite);
  const round = async (of: keyof typeof spans): Promise<Round> => {
    const from = spans[of][0][0];
    const to = of === 'month' ? month : last;
    const bare = await copySeconds(client, bareMonths(counters, from, to));
    const same = await copySeconds(client, monthsOfFile(counters, from, to));
    const files: Taken[] = [];
    for (const [start, end] of spans[of]) files.push(await take(start, end));
    return { bare, same, files };
  };
  await round('month');
  const done: Record<keyof typeof spans, Round[]> = { month: [], year: [] };
  for (let count = 0; count < rounds; count += 1) {
    done.month.push(await round('month'));
    done.year.push(await round('year'));
  }
  const secondsOf = ({ files }: Round) => files.reduce((sum, { seconds }) => sum + seconds, 0);
  const ratio = (of: readonly Round[], to: 'bare' | 'same') =>
    medianRatio(
      of.map(secondsOf),
      of.map((one) => one[to]),
    );
  const ms = (values: readonly number[]) => Math.round(median(values) * 1_000);
  const line = (name: string, of: readonly Round[]) => [
    name,
    of[0]?.files.reduce((sum, { rows }) => sum + rows, 0) ?? 0,
    ms(of.map(secondsOf)),
    ms(of.map(({ same }) => same)),
    rounded(ratio(of, 'same')),
    ms(of.map(({ bare }) => bare)),
    rounded(ratio(of, 'bare')),
  ];
  const headings = ['', 'rows', 'CSV, ms', 'COPY of them, ms', '÷', 'COPY of the months alone, ms', '÷'];
  for (const text of tableOf(headings, [line('one month', done.month), line('thirteen months', done.year)])) say(text);
  const growth = [...done.month, ...done.year].flatMap(({ files }) => files.map(({ growthMb }) => growthMb));
  return {
    month: ratio(done.month, 'same'),
    year: ratio(done.year, 'same'),
    growthMb: Math.round(Math.max(...growth)),
  };
}

function judge(found: Files & { pageMs: number; seconds: number; rounds: number }): Figures {
  const { pageMs, month, year, growthMb, seconds, rounds } = found;
  const wanted: [what: string, value: number, max: number][] = [
    ['page of 50 with totals, ms', Math.round(pageMs), limits.pageMs],
    ['CSV of a month ÷ COPY', rounded(month), limits.monthRatio],
    ['CSV of thirteen months ÷ COPY', rounded(year), limits.yearRatio],
    ['memory growth of the server, MiB', growthMb, limits.growthMb],
    ["ingest of a day's readings, s", rounded(seconds, 1), limits.ingestSeconds],
  ];
  const over = wanted.filter(([, value, max]) => value > max);
  if (over.length > 0)
    throw new Error(over.map(([what, value, max]) => `${what}: ${value}; at most ${max} are allowed`).join('\n'));
  return {
    devices,
    rounds,
    ...Object.fromEntries(wanted.map(([what, value, max]) => [`${what} (at most ${max})`, value])),
  };
}
