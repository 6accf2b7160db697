import { sql } from 'kysely';
import { gatewayClient, type GatewayClient } from '../../edge/gateway/client.ts';
import { insideId } from '../../server/kernel/ids.ts';
import { newCustomer } from '../../tools/test/devices.ts';
import { givePrinter, printerSite, type TestPrinter } from '../../tools/test/printers.ts';
import { killAll } from '../ingest/faults.ts';
import { beside } from '../kit/beside.ts';
import { childServer, freePort } from '../kit/child-server.ts';
import { seededRandom } from '../kit/random.ts';
import { findFaults, readEvidence } from './check.ts';
import { planOf, reportAll, type Plan } from './reporting.ts';

const readyWithinMs = 120_000;
const ownedDays = 20;

export type FaultRun = {
  dataDir: string;
  seed: number;
  kills: number;
  devices: number;
  /** Of each device. */
  messages: number;
  /** How many of the faults cut all devices off instead of killing a process. */
  cutShare: number;
  say: (line: string) => void;
};
export type FaultReport = { faults: string[]; figures: Record<string, number | string> };

/**
 * Printers report without a pause, out of order and some of it twice, while server and database are killed again and again. Afterwards days,
 * months and ledger of each are held against what follows from all that it was told is stored.
 */
export async function killWhileCounting(run: FaultRun): Promise<FaultReport> {
  const { dataDir, devices, messages, say } = run;
  const port = await freePort();
  const server = await childServer({ dataDir, env: { ENGAWA_MQTT_PORT: String(port) } });
  const clients: GatewayClient[] = [];
  try {
    server.spawn();
    await server.ready(readyWithinMs);
    const printers = await beside(dataDir, (app) => givePrinters({ app, url: server.url }, devices));
    const url = `mqtt://127.0.0.1:${port}`;
    clients.push(...printers.map(({ credential }) => gatewayClient({ url, credential })));
    const nowMs = Date.now();
    const plans = printers.map((_, device) => planOf(device, messages, nowMs));
    for (const client of clients) client.connect();
    say(`${devices} printers, ${messages * devices} messages; ${run.kills} faults begin`);
    const work = Promise.all(
      clients.map((client, device) =>
        reportAll(client, plans[device] as Plan, seededRandom(`${run.seed} printer ${device}`)),
      ),
    );
    const killed = await killAll(server, clients, { ...run, mosquitto: null });
    const sent = await work;
    const faults = await beside(dataDir, async (app) => {
      const timeZone = app.sites.get(printerSite)?.timeZone ?? '';
      const found: string[] = [];
      for (const plan of plans)
        found.push(...findFaults(await readEvidence(app, await keyOf(app, printers[plan.device]), timeZone, plan)));
      return found;
    });
    return {
      faults,
      figures: {
        'messages in the ledger once each': messages * devices,
        'messages sent, with those sent twice': sent.reduce((sum, count) => sum + count, 0),
        ...killed,
      },
    };
  } finally {
    for (const client of clients) await client.disconnect();
    await server.destroy();
  }
}

type Server = Parameters<typeof givePrinter>[0];

/** Printers that have been somebody's for some weeks. */
async function givePrinters(server: Server, count: number): Promise<TestPrinter[]> {
  const owner = await newCustomer(server, '見本商事', printerSite);
  const printers: TestPrinter[] = [];
  for (let device = 0; device < count; device += 1) printers.push(await givePrinter(server, owner));
  await sql`update device_registrations set from_at = from_at - ${ownedDays}::integer * interval '1 day'
    where organization_id = ${insideId(owner.organization)}`.execute(server.app.db);
  return printers;
}

async function keyOf({ db }: Server['app'], printer: TestPrinter | undefined): Promise<number> {
  const { rows } = await sql<{ key: number }>`
    select device_key as key from manufactured_devices where device_id = ${insideId(printer?.device ?? '')}`.execute(
    db,
  );
  return rows[0]?.key ?? 0;
}
