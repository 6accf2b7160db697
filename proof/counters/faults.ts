import { sql } from 'kysely';
import { gatewayClient } from '../../edge/gateway/client.ts';
import { insideId } from '../../server/kernel/ids.ts';
import { newCustomer } from '../../tools/test/devices.ts';
import { givePrinter, printerSite, type TestPrinter } from '../../tools/test/printers.ts';
import { devicesAtWork, killWhileDevices, type DeviceFlow, type DeviceRun } from '../ingest/devices.ts';
import type { FaultReport } from '../kit/faults.ts';
import type { OpenFlow } from '../kit/flow.ts';
import { seededRandom } from '../kit/random.ts';
import { allOf, type Amount } from '../kit/saying.ts';
import { findFaults, readEvidence } from './check.ts';
import { planOf, reportAll, type Plan } from './reporting.ts';

const ownedDays = 20;

export type CountingRun = Omit<DeviceRun, 'mosquitto'> & {
  devices: number;
  /** Of each device. */
  messages: number;
};

/**
 * Printers report without a pause. In the end days, months and ledger of each are held against what follows from all that it was told is stored.
 */
export function counting(devices: number, amount: Amount): OpenFlow<DeviceFlow> {
  return async ({ url, mqttUrl, seed, beside }) => {
    const printers = await beside((app) => givePrinters({ app, url }, devices));
    const clients = printers.map(({ credential }) => gatewayClient({ url: mqttUrl, credential }));
    const nowMs = Date.now();
    const plans = printers.map((_, device) => planOf(device, amount.messagesMax, nowMs));
    return devicesAtWork(clients, amount, {
      report: (client, device, own) =>
        reportAll(client, plans[device] as Plan, seededRandom(`${seed} printer ${device}`), own),
      check: (sent) =>
        beside(async (app) => {
          const timeZone = app.sites.get(printerSite)?.timeZone ?? '';
          const faults: string[] = [];
          for (const plan of plans)
            faults.push(
              ...findFaults(await readEvidence(app, await keyOf(app, printers[plan.device]), timeZone, plan)),
            );
          const figures = {
            'messages in the ledger once each': plans.reduce((sum, { messages }) => sum + messages, 0),
            'messages sent, with those sent twice': sent,
          };
          return { faults, figures };
        }),
    });
  };
}

/** While they report, server and database are killed again and again. */
export function killWhileCounting(run: CountingRun): Promise<FaultReport> {
  return killWhileDevices(counting(run.devices, allOf(run.messages)), { ...run, mosquitto: null });
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
