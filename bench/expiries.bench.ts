import { sql } from 'kysely';
import type { Experiment, Figures } from '../cli/experiment.ts';
import { buildWeb } from '../cli/web-build.ts';
import type { SignedEntitlement } from '../domain/licences/entitlement.ts';
import { beside } from '../proof/kit/beside.ts';
import { childServer, freePort } from '../proof/kit/child-server.ts';
import type { App } from '../server/kernel/app.ts';
import { secondsMs } from '../server/kernel/clock.ts';
import { startMailServer, type TestMailServer } from '../tools/test/smtp.ts';
import { secondsUntil } from './alarms/fleet.ts';
import { camerasEach, isCustomer, makeFleet, renewedEach, siteId } from './expiries/fleet.ts';
import { connectRecorders, type Recorders } from './expiries/recorders.ts';
import { rounded } from './kit/figures.ts';

const customersDefault = 2_500;
/** In which the fleet is made and connects. */
const prepareMs = 240 * secondsMs;
const switchedWithinMs = 60 * secondsMs;
const mailsWithinMs = 600 * secondsMs;
const readyWithinMs = 120 * secondsMs;

type Wait = { app: App; recorders: Recorders; expiresAt: Date; customers: number; say: (line: string) => void };

export const experiment: Experiment = {
  name: 'expiries',
  summary: `${(customersDefault * camerasEach).toLocaleString('en')} licences expire in one minute: all switched and told within 60 s, mails gathered for each customer`,
  debianPackages: [],
  run: async ({ rounds, folder, say }) => {
    await buildWeb(say);
    const port = await freePort();
    const mail = await startMailServer();
    const env = { ENGAWA_MQTT_PORT: String(port), ENGAWA_SMTP_URL: mail.url };
    const server = await childServer({ dataDir: folder, env });
    const customers = rounds ?? customersDefault;
    const expiresAt = new Date(Date.now() + (prepareMs * customers) / customersDefault + 30 * secondsMs);
    try {
      server.spawn();
      await server.ready(readyWithinMs);
      return await beside(folder, async (app) => {
        const credentials = await makeFleet(app, folder, customers, expiresAt);
        say(`${customers} customers with ${camerasEach} cameras each`);
        const recorders = await connectRecorders(port, credentials);
        const wait = { app, recorders, expiresAt, customers, say };
        return await measure(wait, mail).finally(() => recorders.close());
      });
    } finally {
      await server.destroy();
      await mail.close();
    }
  },
};

async function measure(wait: Wait, mail: TestMailServer): Promise<Figures> {
  const { app, recorders, expiresAt, customers, say } = wait;
  const cameras = customers * camerasEach;
  const renewed = Math.floor(customers / 2) * renewedEach;
  const count = async (where: string) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from licence_placements where site_id = ${siteId} and ${sql.raw(where)}`.execute(
      app.db,
    );
    return rows[0]?.count ?? 0;
  };
  const runs = ({ licence, validUntil }: SignedEntitlement) =>
    licence.state === 'licensed' && Date.parse(validUntil) > expiresAt.getTime();
  const isOver = ({ licence }: SignedEntitlement) => licence.state === 'expired';
  await secondsUntil(async () => recorders.count(() => true) === cameras, Date.now(), prepareMs);
  const leftS = (expiresAt.getTime() - Date.now()) / secondsMs;
  if (leftS < 0) throw new Error('the fleet was not there in time: this machine is too slow, or busy');
  say(`all were told what they may do; the licences expire in ${Math.round(leftS)} s`);
  await new Promise((resolve) => setTimeout(resolve, leftS * secondsMs));
  const toldBefore = recorders.told();
  const within = (isDone: () => Promise<boolean>, ms = switchedWithinMs) =>
    secondsUntil(isDone, expiresAt.getTime(), ms);
  const [settledS, toldS] = await Promise.all([
    within(async () => (await count(`until_at <= '${expiresAt.toISOString()}' and settled_at is null`)) === 0),
    within(async () => recorders.count(isOver) === cameras - renewed && recorders.count(runs) === renewed),
  ]);
  say(`settled after ${rounded(settledS, 1)} s, all told after ${rounded(toldS, 1)} s`);
  const taken = await count(`cause = 'automatic' and from_at = '${expiresAt.toISOString()}'`);
  if (taken !== renewed) throw new Error(`${taken} licences took over, ${renewed} should have`);
  const due = () =>
    sql<{ count: number }>`select count(*)::int as count from mails where state = 'due'`.execute(app.db);
  const mailsS = await within(async () => {
    const unread = await sql<{ count: number }>`
      select (select count(*) from events_unsealed)::int + count(*)::int as count from event_seals s left join event_readers r on r.site_id = s.site_id and r.reader = 'mail'
      where s.position > coalesce(r.position, 0)`.execute(app.db);
    return unread.rows[0]?.count === 0 && (await due()).rows[0]?.count === 0;
  }, mailsWithinMs);
  const toCustomers = Map.groupBy(
    mail.mails.filter(({ to }) => isCustomer(to)),
    ({ to }) => to,
  );
  const most = Math.max(0, ...toCustomers.values().map((some) => some.length));
  if (most > 1) throw new Error(`a customer got ${most} mails about one moment`);
  return {
    cameras,
    'renewed by waiting licences': renewed,
    [`all settled after, s (at most ${switchedWithinMs / secondsMs})`]: rounded(settledS, 1),
    [`all devices told after, s (at most ${switchedWithinMs / secondsMs})`]: rounded(toldS, 1),
    'entitlements sent for each camera': rounded((recorders.told() - toldBefore) / cameras, 2),
    mails: mail.mails.length,
    'mails to one customer (at most 1)': most,
    'last mail after, s': rounded(mailsS, 1),
  };
}
