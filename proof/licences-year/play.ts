import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { startServer, type RunningServer } from '../../server/main.ts';
import { readConfig } from '../../server/config.ts';
import { daysMs, hoursMs, movableClock, secondsMs } from '../../server/kernel/clock.ts';
import { silentLog } from '../../server/kernel/log.ts';
import { licenceReminders } from '../../server/licences/reminders/decide.ts';
import { settleAll } from '../../server/licences/settle/worker.ts';
import { connectCamera, giveLicensedCamera, type ConnectedCamera, type TestCamera } from '../../tools/test/cameras.ts';
import { insideId } from '../../server/kernel/ids.ts';
import { licenceSite, newCustomerOf, newDealer } from '../../tools/test/licences.ts';
import { startMailServer } from '../../tools/test/smtp.ts';
import { seededRandom } from '../kit/random.ts';
import { findFaults, keepOutbox, readEvidence, type OutboxRow } from './check.ts';
import { makeFleet, renew } from './fleet.ts';

const start = new Date('2027-01-01T01:00:00Z');
const end = new Date('2028-02-02T01:00:00Z');
const downDaysMax = 20;
const renewingChance = 0.3;
const withinMs = 150_000;
const lookEveryMs = 200;
/** Mails are kept for longer than this and the longest time down together. */
const keepEveryMs = 30 * daysMs;
const sampleEnds = ['2027-02-28', '2027-05-31', '2027-11-30'];

export type YearRun = {
  env: Record<string, string>;
  seed: number;
  customers: number;
  cameras: number;
  /** Cameras that are looked at over MQTT. */
  samples: number;
  /** The clock goes on by so many hours at most at a time. */
  stepHoursMax: number;
  /** How often the server is stopped for some days. */
  downtimes: number;
  say: (line: string) => void;
};
export type YearReport = { faults: string[]; figures: Record<string, number> };

/** Asks again until it is so; what else happens meanwhile goes on. */
async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const startedAtMs = performance.now();
  while (!(await isSo())) {
    if (performance.now() - startedAtMs > withinMs) throw new Error(`not within ${withinMs / 1_000} s: ${what}`);
    await sleep(20);
  }
}

/**
 * A year of a fleet on a moved clock: licences end, waiting ones take over, dealers renew, and the server is down for days now and then (L-06, L-07, L-08).
 * Afterwards reminders, mails and placements are held against plain arithmetic over what was assigned.
 */
export async function playYear(run: YearRun): Promise<YearReport> {
  const { seed, customers, cameras, samples, stepHoursMax, downtimes, say } = run;
  const random = seededRandom(seed);
  const clock = movableClock(start);
  const mail = await startMailServer();
  const config = readConfig({ PORT: '0', ENGAWA_MQTT_PORT: '0', ENGAWA_SMTP_URL: mail.url, ...run.env });
  if (!config.ok) throw new Error(config.faults.map(({ sentence }) => sentence).join('\n'));
  const open = () => startServer({ config: config.config, demo: false, log: silentLog, clock });
  let server = await open();
  let connected: ConnectedCamera[] = [];
  try {
    const fleet = await makeFleet(server, { customers, cameras, random });
    const watched = await makeSamples(server, samples);
    const connect = async () => {
      const mqttUrl = `mqtt://127.0.0.1:${server.devices.tcp}`;
      connected = await Promise.all(watched.map((one) => connectCamera({ url: server.url, mqttUrl }, one)));
    };
    await connect();
    say(`${customers} customers, ${cameras} cameras; ${downtimes} times down`);
    const downAt = Array.from(
      { length: downtimes },
      () => start.getTime() + random.below(end.getTime() - start.getTime()),
    );
    const outbox = new Map<string, OutboxRow>();
    let keptAt = start.getTime();
    let [steps, looks, downs] = [0, 0, 0];
    while (clock.now() < end) {
      const hours = 1 + random.below(stepHoursMax);
      const before = clock.now().getTime();
      const isDown = downAt.some((at) => before <= at && at < before + hours * hoursMs);
      const stepMs = isDown ? (1 + random.below(downDaysMax)) * daysMs : hours * hoursMs;
      if (isDown) {
        await Promise.all(connected.map((one) => one.close()));
        await server.close();
      }
      clock.move(Math.min(stepMs, end.getTime() - before));
      if (isDown) {
        downs += 1;
        server = await open();
        await connect();
      }
      // As two nodes would, at the same time.
      await Promise.all([licenceReminders, licenceReminders].map((job) => job.run(server.app, clock.now())));
      if (random.chance(0.5)) await settleAll(server.app, clock.now());
      if (random.chance(renewingChance)) await renew(server, random.pick(fleet), 1 + random.below(4));
      if (clock.now().getTime() - keptAt >= keepEveryMs) {
        keptAt = clock.now().getTime();
        await keepOutbox(server.app.db, outbox);
      }
      looks += await lookAt(server, watched, connected, clock.now());
      steps += 1;
    }
    await settleAll(server.app, clock.now());
    await sendAll(server, () => clock.move(secondsMs));
    await keepOutbox(server.app.db, outbox);
    const evidence = await readEvidence(server.app.db, [...outbox.values()], mail.mails);
    const expired = evidence.placed.filter(({ until: over }) => over <= end).length;
    return {
      faults: findFaults(evidence, end),
      figures: {
        steps,
        'reminders, each one mail': evidence.reminders.length,
        expiries: expired,
        'of these taken over': evidence.placed.filter(({ from }) => from > start).length,
        'looks at what cameras are told over MQTT': looks,
        'times down': downs,
      },
    };
  } finally {
    await Promise.all(connected.map((one) => one.close().catch(() => undefined)));
    await server.close();
    await mail.close();
  }
}

async function makeSamples(server: RunningServer, count: number): Promise<TestCamera[]> {
  const dealer = await newDealer(server, '見本カメラ店');
  const samples: TestCamera[] = [];
  for (let at = 0; at < count; at += 1) {
    const owner = await newCustomerOf(server, dealer, `見本商店${at}`);
    samples.push(await giveLicensedCamera(server, owner, sampleEnds[at % sampleEnds.length] ?? ''));
  }
  return samples;
}

/** Each camera has been told what holds now; how many were looked at. */
async function lookAt(
  { app }: RunningServer,
  watched: readonly TestCamera[],
  connected: readonly ConnectedCamera[],
  now: Date,
): Promise<number> {
  for (const [at, { device }] of watched.entries()) {
    const placed = await app.db
      .selectFrom('licence_placements')
      .select('id')
      .where('site_id', '=', licenceSite)
      .where('device_id', '=', insideId(device))
      .where('from_at', '<=', now)
      .where('until_at', '>', now)
      .execute();
    if (placed.length > 1) throw new Error(`${device} has two licences`);
    const isLicensed = placed.length === 1;
    await until(() => {
      const last = connected[at]?.heard.at(-1);
      return last?.features['remoteLive'] === isLicensed && last.features['localLive'] === true;
    }, `${device} is told at ${now.toISOString()} that it is licensed: ${isLicensed}`);
  }
  return watched.length;
}

/** Waits until every mail has gone out, as long as they go on going out. A mail that could not be handed over waits by the clock. */
async function sendAll(server: RunningServer, moveClock: () => void): Promise<void> {
  for (let left = await mailsLeft(server); left > 0;) {
    const before = left;
    await until(async () => {
      moveClock();
      await sleep(lookEveryMs);
      left = await mailsLeft(server);
      return left < before;
    }, `one of the ${before} mails that are left goes out`);
  }
}

/** Events that are not sealed, those of which no mails were made yet, and mails that are due. */
async function mailsLeft({ app }: RunningServer): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from events_unsealed) + (select count(*) from mails where state = 'due')
      + (select count(*) from event_seals s join event_readers r on r.site_id = s.site_id and r.reader = 'mail'
         where s.position > r.position) as count`.execute(app.db);
  return rows[0]?.count ?? 0;
}
