import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { bootstrap, type DeviceCredential } from '../../edge/gateway/bootstrap.ts';
import { gatewayClient, type GatewayClient } from '../../edge/gateway/client.ts';
import { register } from '../../tools/test/devices.ts';
import { claimCode, gatewaySite, makeGateways } from '../../tools/test/gateways.ts';
import { linkDealer, newDealer, newGatewayOwner } from '../../tools/test/maintenance-links.ts';
import { checkAll } from '../ingest/check.ts';
import { timeOf, valuesByCode, type Plan } from '../ingest/reporting.ts';
import { beside } from '../kit/beside.ts';
import { until, type ChildServer } from '../kit/child-server.ts';
import type { Random } from '../kit/random.ts';
import { openPage, type Page } from './page.ts';
import type { TwoNodes } from './stage.ts';

const homes = 4;
const daysBackMs = 2 * 86_400_000;
const twiceChance = 0.1;
const pauseMsMax = 150;
const movesWithinMs = 60_000;

/** Gateways that report and pages that show them, while nodes come and go. */
export type Homes = {
  /** Addresses of those who live there and of their dealer. */
  addresses: ReadonlySet<string>;
  /** Waits until every page shows something that was reported after this moment; of gateways whose broker went with its node nothing comes. */
  move(down: ChildServer | null): Promise<void>;
  /** Ends the reports, waits until all are acknowledged, and says what is not as it must be. */
  end(): Promise<{ faults: string[]; figures: Record<string, number> }>;
  close(): Promise<void>;
};

/** Each home's gateway reports to the broker; its owner has the page open, and so has the dealer who looks after all of them. */
export async function openHomes(stage: TwoNodes, random: Random): Promise<Homes> {
  const { front, mail, dataDir, env } = stage;
  const factories = await beside(dataDir, (app) => makeGateways({ app }, homes), env);
  const credentials: DeviceCredential[] = [];
  for (const factory of factories) credentials.push(await bootstrap(front.url, factory));
  const watching = await beside(
    dataDir,
    async (app) => {
      const server = { app, url: front.url, mail };
      const dealer = await newDealer(server);
      const owners = [];
      for (const { serial } of factories) {
        const owner = await newGatewayOwner(server);
        const made = await register(owner, serial, {}, { claimCode });
        const linked = await linkDealer(owner, dealer, { devices: null });
        if (made.status !== 201 || linked.status !== 201) throw new Error(made.text + linked.text);
        owners.push(owner);
      }
      // Reports are of days past, so that they may come faster than one a second; they belong to whoever had the gateway then.
      await sql`update device_registrations set from_at = from_at - ${2 * daysBackMs} * interval '1 millisecond'`.execute(
        app.db,
      );
      return { dealer, owners };
    },
    env,
  );
  const clients = credentials.map((credential, home) => {
    return gatewayClient({ url: stage.brokers[home % stage.brokers.length]?.url ?? '', credential });
  });
  const plans = clients.map((_, device): Plan => ({ device, startMs: Date.now() - daysBackMs, messages: 0 }));
  const pages = credentials.flatMap(({ device }, home) =>
    [watching.owners[home], watching.dealer].map((someone) => {
      if (!someone) throw new Error('nobody lives there');
      return openPage(front, someone, gatewaySite, `readings/${device}`);
    }),
  );
  let over = false;
  for (const client of clients) client.connect();
  const work = Promise.all(
    clients.map(async (client, home) => {
      const plan = plans[home];
      while (plan && !over) await reportNext(client, plan, random);
    }),
  );
  const shown = (page: Page, home: number, index: number) =>
    page.newestMs() >= timeOf(plans[home]?.startMs ?? 0, index);
  const each = pages.map((page, at) => ({ page, home: Math.floor(at / (pages.length / homes)) }));
  const close = async () => {
    over = true;
    for (const page of pages) page.close();
    for (const client of clients) await client.disconnect();
  };
  return {
    addresses: new Set([watching.dealer, ...watching.owners].map(({ mail: address }) => address)),
    move: async (down) => {
      const speaks = (home: number) => {
        const { node } = stage.brokers[home % stage.brokers.length] ?? { node: null };
        return node === null || node !== down;
      };
      const next = plans.map(({ messages }) => messages);
      await until(
        'every page shows what was reported since',
        () => each.every(({ page, home }) => !speaks(home) || shown(page, home, next[home] ?? 0)),
        movesWithinMs,
      );
    },
    end: async () => {
      over = true;
      await work;
      await until('all is acknowledged', () => clients.every((one) => one.unacknowledged() === 0), movesWithinMs);
      await until(
        'every page shows the last report',
        () => each.every(({ page, home }) => shown(page, home, (plans[home]?.messages ?? 1) - 1)),
        movesWithinMs,
      );
      const faults = await beside(dataDir, async (app) => checkAll(app, credentials, plans), env);
      faults.push(...pages.flatMap((page) => page.faults()));
      return {
        faults,
        figures: {
          'reports stored once each': plans.reduce((sum, { messages }) => sum + messages, 0),
          'pages open': pages.length,
          'times a page connected again': pages.reduce((sum, page) => sum + page.opened() - 1, 0),
        },
      };
    },
    close,
  };
}

async function reportNext(client: GatewayClient, plan: Plan, random: Random): Promise<void> {
  const message = { time: timeOf(plan.startMs, plan.messages), values: valuesByCode(plan.device, plan.messages) };
  plan.messages += 1;
  const sent = [client.send('telemetry', message)];
  if (random.chance(twiceChance)) sent.push(client.send('telemetry', message));
  await Promise.all(sent);
  await sleep(random.below(pauseMsMax));
}
