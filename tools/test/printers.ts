import { sql } from 'kysely';
import { insideId } from '../../server/kernel/ids.ts';
import { factorySecretOf } from '../../server/readings/masters.ts';
import type { App } from '../../server/kernel/app.ts';
import { bootstrap, type DeviceCredential } from '../../edge/gateway/bootstrap.ts';
import { giveDevices, register, type Registrant } from './devices.ts';
import type { TestServer } from './server.ts';

export const printerSite = 'printer';
export const printerModel = 'SP-C320';
const claimCode = 'PRINT-0001';

export type TestPrinter = { site: string; device: string; serial: string; model: string; credential: DeviceCredential };

/** Registers a new printer, or another device that counts, to an organization and gives it a credential. */
export async function givePrinter(
  server: Pick<TestServer, 'app' | 'url'>,
  owner: Registrant | null,
  {
    site: siteId = printerSite,
    model = printerModel,
    installation = '',
  }: { site?: string; model?: string; installation?: string } = {},
): Promise<TestPrinter> {
  const [serial = ''] = await giveDevices(server, 1, { site: siteId, model, claimCode });
  const site = server.app.sites.get(siteId);
  if (!site) throw new Error(`no site ${siteId}`);
  const secret = await factorySecretOf(server.app, site, { model, serial });
  const factory = { site: siteId, model, serial, secret: Buffer.from(secret).toString('hex') };
  const credential = await bootstrap(server.url, factory);
  const printer = { site: siteId, device: credential.device, serial, model, credential };
  if (owner) await ownPrinter(owner, printer, installation);
  return printer;
}

/** Registers a printer that was made before. */
export async function ownPrinter(owner: Registrant, { serial }: TestPrinter, installation = ''): Promise<void> {
  const answer = await register(owner, serial, { installation }, { claimCode });
  if (answer.status !== 201) throw new Error(answer.text);
}

export type PrinterMessage = {
  kind: 'counters' | 'events' | 'status' | 'telemetry';
  message: Record<string, unknown>;
};

export function counted(time: Date | string, values: Record<string, number>): PrinterMessage {
  return { kind: 'counters', message: { time: new Date(time).toISOString(), values } };
}

/** What a printer counted by department. */
export function countedBy(time: Date | string, departments: Record<string, Record<string, number>>): PrinterMessage {
  const all = Object.entries(departments).map(([department, values]) => ({ department, values }));
  return { kind: 'counters', message: { time: new Date(time).toISOString(), values: {}, departments: all } };
}

export function measured(time: Date | string, values: Record<string, number>): PrinterMessage {
  return { kind: 'telemetry', message: { time: new Date(time).toISOString(), values } };
}

export function happened(time: Date | string, event: string): PrinterMessage {
  return { kind: 'events', message: { time: new Date(time).toISOString(), event } };
}

export function isIn(time: Date | string, ...states: string[]): PrinterMessage {
  return { kind: 'status', message: { time: new Date(time).toISOString(), states } };
}

/** Sends messages over HTTPS as the printer does; each has to be stored. */
export async function reportAs(
  server: Pick<TestServer, 'url'>,
  { site, credential }: TestPrinter,
  messages: readonly PrinterMessage[],
): Promise<void> {
  const basic = Buffer.from(`${credential.username}:${credential.password}`).toString('base64');
  const answer = await fetch(`${server.url}/api/${site}/device-messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Basic ${basic}` },
    body: JSON.stringify({ messages }),
  });
  const text = await answer.text();
  if (!answer.ok || text.includes('"stored":false')) throw new Error(text);
}

/** What a printer says at the time that stands in it. */
export type PrinterReport = { printer: TestPrinter; message: PrinterMessage };

/** Lets time pass and has printers say what they do in its order, each when it is due; the clock stands at the last one then. */
export async function letTimePass(
  server: Pick<TestServer, 'url' | 'clock'>,
  reports: readonly PrinterReport[],
): Promise<void> {
  const dueMs = ({ message }: PrinterReport) => Date.parse(String(message.message['time']));
  const byTime = Map.groupBy(
    reports.toSorted((a, b) => dueMs(a) - dueMs(b)),
    dueMs,
  );
  for (const [timeMs, due] of byTime) {
    moveTo(server, new Date(timeMs));
    const byPrinter = Map.groupBy(due, ({ printer }) => printer);
    await Promise.all(
      [...byPrinter].map(([one, own]) =>
        reportAs(
          server,
          one,
          own.map(({ message }) => message),
        ),
      ),
    );
  }
}

/** Moves the clock to an instant, which is never before what it shows. */
export function moveTo({ clock }: Pick<TestServer, 'clock'>, to: Date): void {
  clock.move(Math.max(0, to.getTime() - clock.now().getTime()));
}

/** Everything that follows from the ledger of a printer, as it is kept. */
export async function tablesOf({ db }: Pick<App, 'db'>, { device }: TestPrinter): Promise<Record<string, unknown[]>> {
  const key = sql`(select device_key from manufactured_devices where device_id = ${insideId(device)})`;
  const read = async (table: string) =>
    (
      await sql`select to_jsonb(t) - 'changed_at' as row from ${sql.table(table)} t where device_key = ${key} order by 1`.execute(
        db,
      )
    ).rows;
  return {
    days: await read('counter_days'),
    months: await read('counter_months'),
    adjustments: await read('counter_adjustments'),
  };
}
