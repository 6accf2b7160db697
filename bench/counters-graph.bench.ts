import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Experiment } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import { monthOf, addMonths } from '../domain/counters/civil.ts';
import { civilDay } from '../domain/site/civil-day.ts';
import { beside } from '../proof/kit/beside.ts';
import { childServer } from '../proof/kit/child-server.ts';
import { checkout } from '../server/config.ts';
import type { App } from '../server/kernel/app.ts';
import { insideId } from '../server/kernel/ids.ts';
import { prepareBrowser } from '../tools/test/browser-binary.ts';
import { launchBrowser } from '../tools/test/browser.ts';
import { newCustomer } from '../tools/test/devices.ts';
import { givePrinter, printerSite } from '../tools/test/printers.ts';
import { enterAs, sitDown } from '../e2e/people.ts';
import { paintings } from './counters-graph/painting.ts';
import { percentile, rounded } from './kit/figures.ts';

const months = 12;
const seriesCount = 8;
const roundsDefault = 20;
const msMax = 100;
const papers = ['A2', 'A3', 'A4', 'A5', 'B4', 'B5', 'Postcard'] as const;

export const experiment: Experiment = {
  name: 'counters-graph',
  summary: `The graph of ${months} months and ${seriesCount} series with its table, from a press on its tab until it is painted`,
  debianPackages: [],
  run: async ({ rounds, folder, say }) => {
    await buildWeb(say);
    await prepareBrowser(say);
    const sites = join(folder, 'sites');
    await cp(join(checkout, 'sites'), sites, { recursive: true });
    await addSize(join(sites, printerSite, 'site.yaml'));
    const dataDir = join(folder, 'data');
    await mkdir(dataDir);
    const env = { ENGAWA_SITES_DIR: sites };
    const server = await childServer({ dataDir, env });
    try {
      server.spawn();
      await server.ready();
      return await beside(dataDir, (app) => measure(app, server.url, rounds ?? roundsDefault, say), env);
    } finally {
      await server.destroy();
    }
  },
};

/** The model counts six sizes; with one more and with those that are not displayed there are eight series. */
async function addSize(path: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  const last = /\n( *- \{ code: paperPostcard,[^\n]*)/;
  if (!last.test(text)) throw new Error('the model counts other sizes than before');
  await writeFile(path, text.replace(last, '\n$1\n          - { code: paperA2, name: { ja: A2, en: A2 }, paper: A2 }'));
}

async function measure(app: App, url: string, rounds: number, say: (line: string) => void) {
  const owner = await newCustomer({ app, url }, '見本商事', printerSite);
  const printer = await givePrinter({ app, url }, owner, { installation: '3階 営業部' });
  const month = monthOf(civilDay(app.clock.now(), 'Asia/Tokyo'));
  const first = addMonths(month, 1 - months);
  await seed(app, printer.device, first);
  await sql`
    insert into counter_paper_choices (site_id, user_id, sizes, changed_at)
    values (${printerSite}, ${insideId(owner.id)}, ${[...papers]}, ${app.clock.now()})`.execute(app.db);
  const browser = await launchBrowser();
  try {
    const someone = await sitDown(await browser.newPerson({ language: 'ja', width: 1280, height: 900 }), 'ja');
    await enterAs(someone, `${url}/${printerSite}`, owner);
    const path = `/o/${owner.organization}/counters/devices/${printer.device}?from=${first}&to=${month}`;
    await someone.page.goto(`${url}/${printerSite}${path}`);
    const { tookMs, plainMs, pieces } = await paintings(someone, rounds);
    if (pieces !== months * seriesCount) throw new Error(`the graph has ${pieces} pieces`);
    const median = percentile(tookMs, 50);
    say(`from the press until it is painted: median ${rounded(median, 1)} ms (at most ${msMax})`);
    if (median > msMax) throw new Error(`the graph took ${rounded(median, 1)} ms`);
    return {
      'press to paint, median, ms': rounded(median, 1),
      'press to paint, p95, ms': rounded(percentile(tookMs, 95), 1),
      'as many plain bars, median, ms': rounded(percentile(plainMs, 50), 1),
      'pieces drawn': pieces,
    };
  } finally {
    await browser.close();
  }
}

/** Twelve months in the table of months, as if the printer had been there and counted all the time. */
async function seed(app: App, device: string, first: string): Promise<void> {
  const id = insideId(device);
  await sql`update device_registrations set from_at = ${`${first}-01`}::date - interval '1 day' where device_id = ${id}`.execute(
    app.db,
  );
  // By the ordinals of the model: the total, what is not drawn here, and its sizes; what is left of the total are others.
  const usage = sql`array[1000 + n * 10] || array_fill(100, array[16]) || array[100 + n, 500, 50, 40, 30, 20, 60]`;
  await sql`
    insert into counter_months (site_id, registration_id, month, device_key, usage, lasts)
    select v.site_id, v.registration_id, (${`${first}-01`}::date + n * interval '1 month')::date, v.device_key, ${usage}, ${usage}
    from v_registered_devices v, generate_series(0, ${months - 1}) n where v.device_id = ${id}`.execute(app.db);
}
