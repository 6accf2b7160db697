import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { factorySettings } from '../edge/gateway/settings.ts';
import { buildHouse, moveIn } from '../edge/gateway/household.ts';
import { gatewayPages, type Fleet } from '../edge/gateway/routes.ts';
import { simulateGateways, type RunningGateways } from '../edge/gateway/simulate.ts';
import { servePages } from '../edge/pages/serve.ts';
import type { DemoGateway, DemoGateways } from '../server/demo/gateways.ts';

const seed = 'demo';
const dayMs = 86_400_000;
const lookEveryMs = 5_000;
/** The fault that the faulty one reports; its model says what that means. */
const fault = 'E01';

const battery = 'remainingCapacity3';

/**
 * Runs the gateways of the demo beside the server. At the first start they have measured for some days and deliver that first. At `url` a
 * person directs them.
 */
export async function runDemoGateways(
  url: string,
  { gateways, stateFilesBegin, measuredDays }: DemoGateways,
  now: () => Date = () => new Date(),
): Promise<{ url: string; close(): Promise<void> }> {
  const used = gateways.filter(({ course }) => course !== 'unused');
  const running: (RunningGateways & Fleet)[] = [];
  for (const model of new Set(used.map(({ factory }) => factory.model))) {
    const own = used.filter(({ factory }) => factory.model === model);
    const memory = `${stateFilesBegin}${model}.json`;
    if (!existsSync(memory)) await remember(memory, own, now().getTime() - measuredDays * dayMs);
    const simulated = await simulateGateways({
      url,
      factories: own.map(({ factory }) => factory),
      metrics: own[0]?.metrics ?? [],
      seed,
      offlinePercent: 0,
      faultPercent: 0,
      stateFile: memory,
      now,
    });
    running.push({ ...simulated, faults: own[0]?.faults ?? [] });
  }
  const stopWatching = direct(running, used);
  const pages = await servePages(gatewayPages(running), 0);
  return {
    url: pages.url,
    close: async () => {
      stopWatching();
      await pages.close();
      await Promise.all(running.map((one) => one.close()));
    },
  };
}

/** As if they had been switched on then. */
async function remember(path: string, gateways: readonly DemoGateway[], sinceMs: number): Promise<void> {
  const memories = gateways.map(({ factory, metrics }) => {
    const house = moveIn(buildHouse(`${seed} ${factory.serial}`, metrics.includes(battery)), sinceMs);
    return [factory.serial, { house, settings: factorySettings }] as const;
  });
  await writeFile(path, JSON.stringify(Object.fromEntries(memories)), { mode: 0o600 });
}

/** Has each go its own way: one has a fault, one falls silent once it has delivered what it measured. */
function direct(running: readonly RunningGateways[], used: readonly DemoGateway[]): () => void {
  const order = (gateway: DemoGateway, orders: Parameters<RunningGateways['order']>[1]) =>
    running.some((one) => one.order(gateway.factory.serial, orders));
  for (const gateway of used) if (gateway.course === 'faulty') order(gateway, { faults: [fault] });
  const waiting = new Set(used.filter(({ course }) => course === 'silent'));
  const timer = setInterval(() => {
    for (const gateway of waiting) {
      const view = running.map((one) => one.find(gateway.factory.serial)).find((one) => one !== undefined);
      if (!view || view.unacknowledged > 0) continue;
      order(gateway, { offline: true });
      waiting.delete(gateway);
    }
  }, lookEveryMs).unref();
  return () => clearInterval(timer);
}
