import { bootstrap, type DeviceCredential } from '../../edge/gateway/bootstrap.ts';
import { gatewayClient } from '../../edge/gateway/client.ts';
import { daysMs } from '../../server/kernel/clock.ts';
import { makeGateways } from '../../tools/test/gateways.ts';
import type { FaultReport } from '../kit/faults.ts';
import type { OpenFlow } from '../kit/flow.ts';
import { seededRandom } from '../kit/random.ts';
import { allOf, type Amount } from '../kit/saying.ts';
import { checkAll } from './check.ts';
import { devicesAtWork, killWhileDevices, type DeviceFlow, type DeviceRun } from './devices.ts';
import { reportAll, valuesPerMessage, type Plan } from './reporting.ts';

/** The first reports what it kept for as long as is taken, less than a day, by which a clock may be off. */
const daysBack = (device: number) => (device === 0 ? 30 : 2);

/** Gateways report without a pause. In the end what each was told is stored is held against what is there. */
export function reporting(devices: number, amount: Amount): OpenFlow<DeviceFlow> {
  return async ({ url, mqttUrl, seed, beside }) => {
    const made = await beside((app) => makeGateways({ app }, devices));
    const credentials: DeviceCredential[] = [];
    for (const factory of made) credentials.push(await bootstrap(url, factory));
    const clients = credentials.map((credential) => gatewayClient({ url: mqttUrl, credential }));
    const nowMs = Date.now();
    const startMs = (device: number) => nowMs - daysBack(device) * daysMs;
    const plans = clients.map((_, device): Plan => ({ device, startMs: startMs(device), messages: 0 }));
    return devicesAtWork(clients, amount, {
      report: (client, device, own) =>
        reportAll(client, plans[device] as Plan, seededRandom(`${seed} device ${device}`), own),
      check: async (sent) => ({
        faults: await beside((app) => checkAll(app, credentials, plans)),
        figures: {
          'readings stored once each': plans.reduce((sum, { messages }) => sum + messages, 0) * valuesPerMessage,
          'messages sent, with those sent twice': sent,
        },
      }),
    });
  };
}

export type ReadingRun = DeviceRun & { devices: number; readings: number };

/** While they report, server, broker (which may live in it) and database are killed again and again. */
export function killWhileReporting(run: ReadingRun): Promise<FaultReport> {
  const messages = Math.ceil(run.readings / valuesPerMessage / run.devices);
  return killWhileDevices(reporting(run.devices, allOf(messages)), run);
}
