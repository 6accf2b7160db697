import { sql } from 'kysely';
import type { Experiment } from '../cli/experiment.ts';
import { beside } from '../proof/kit/beside.ts';
import { childServer } from '../proof/kit/child-server.ts';
import type { App } from '../server/kernel/app.ts';
import { readCurve, stepMs } from '../server/power-flow/curve.ts';
import { spansOf } from '../server/power-flow/device.ts';
import { gatewaySite } from '../tools/test/gateways.ts';
import { newGatewayOwner, newGateways } from '../tools/test/maintenance-links.ts';
import { siteOf } from '../tools/test/organizations.ts';
import { insideId } from '../server/kernel/ids.ts';
import { analyse } from './kit/analyse.ts';
import { percentile, rounded } from './kit/figures.ts';

const days = 30;
const dayMs = 86_400_000;
const roundsDefault = 20;
const msMax = 50;

export const experiment: Experiment = {
  name: 'curve',
  summary: `${days} days of one gateway's curve at 5 minutes, out of its minutes`,
  debianPackages: [],
  run: async ({ rounds, folder, say }) => {
    const server = await childServer({ dataDir: folder, env: {} });
    try {
      server.spawn();
      await server.ready();
      return await beside(folder, (app) => measure(app, folder, server.url, rounds ?? roundsDefault, say));
    } finally {
      await server.destroy();
    }
  },
};

async function measure(app: App, folder: string, url: string, rounds: number, say: (line: string) => void) {
  const now = app.clock.now();
  const from = new Date(now.getTime() - days * dayMs);
  const owner = await newGatewayOwner({ app, url });
  const [made] = await newGateways({ app, url }, owner);
  if (!made) throw new Error('no gateway');
  const id = insideId(made.id);
  await sql`update device_registrations set from_at = ${from} where device_id = ${id}`.execute(app.db);
  const { rows } = await sql<{ key: number; registration: string }>`
    select device_key as key, registration_id as registration from v_registered_devices where device_id = ${id}`.execute(
    app.db,
  );
  const [{ key, registration } = { key: 0, registration: '' }] = rows;
  for (const at of [from, now])
    await sql`select make_reading_partitions(date_trunc('month', ${at}::timestamptz)::date)`.execute(app.db);
  await sql`
    insert into reading_minutes (device_key, at, means)
    select ${key}, m, array[random() * 5000, 1, 600, 100, 200, 1, 1, 1, -300, 50]
    from generate_series(${from}::timestamptz, ${now}::timestamptz, '1 minute') as m`.execute(app.db);
  await sql`insert into power_flow_days (site_id, registration_id, day, wh, minutes, whole)
    values (${gatewaySite}, ${registration}, ${now.toISOString().slice(0, 10)}, '{}', '{}', true)`.execute(app.db);
  await analyse(folder);
  const [device] = await spansOf(app.db, siteOf({ app }, gatewaySite), key, { from, until: now });
  if (!device) throw new Error('no flows');
  const took: number[] = [];
  for (let round = -2; round < rounds; round += 1) {
    const startedAt = performance.now();
    const points = await readCurve(app.db, device, from, now);
    if (points.length < (days * dayMs) / stepMs - 2) throw new Error(`only ${points.length} points`);
    if (round >= 0) took.push(performance.now() - startedAt);
  }
  const median = percentile(took, 50);
  say(`${days} days at 5 minutes: median ${rounded(median, 1)} ms (at most ${msMax})`);
  if (median > msMax) throw new Error(`the curve took ${rounded(median, 1)} ms`);
  return { 'median, ms': rounded(median, 1), 'p95, ms': rounded(percentile(took, 95), 1) };
}
