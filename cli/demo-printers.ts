import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { servePages } from '../edge/pages/serve.ts';
import { printerPages } from '../edge/printer/routes.ts';
import { simulatePrinters, type RunningPrinters } from '../edge/printer/simulate.ts';
import type { DemoPrinters } from '../server/demo/printers.ts';

const lookEveryMs = 5_000;
/** With such a state a device does nothing more. */
const out = ['error', 'service-call'];

/** Runs the printers of the demo beside the server: first they deliver what they counted in the last days. At `url` a person directs them. */
export async function runDemoPrinters(
  url: string,
  { printers, models, statesFile, memoryFile, seed }: DemoPrinters,
  now: () => Date = () => new Date(),
): Promise<{ url: string; running: RunningPrinters; close(): Promise<void> }> {
  if (!existsSync(memoryFile)) await remember(statesFile, memoryFile);
  const used = printers.filter(({ course }) => course !== 'unused');
  const running = await simulatePrinters({
    url,
    factories: used.map(({ factory }) => factory),
    models,
    seed,
    offlinePercent: 0,
    faultPercent: 0,
    stateFile: memoryFile,
    now,
  });
  const stopWatching = direct(running, printers, models);
  const pages = await servePages(printerPages(running, models), 0);
  return {
    url: pages.url,
    running,
    close: async () => {
      stopWatching();
      await pages.close();
      await running.close();
    },
  };
}

/** As if they had run all the time. */
async function remember(statesFile: string, memoryFile: string): Promise<void> {
  const states = JSON.parse(await readFile(statesFile, 'utf8')) as Record<string, { atMs: number }>;
  const memories = Object.entries(states).map(
    ([serial, state]) => [serial, { state, saidAtMs: state.atMs, said: [] }] as const,
  );
  await writeFile(memoryFile, JSON.stringify(Object.fromEntries(memories)), { mode: 0o600 });
}

/** Has each go its own way: one has a fault, one falls silent once it has delivered what it counted. */
function direct(
  running: RunningPrinters,
  printers: DemoPrinters['printers'],
  models: DemoPrinters['models'],
): () => void {
  for (const { course, factory } of printers) {
    const fault = models.get(factory.model)?.statuses.find(({ severity }) => out.includes(severity));
    if (course === 'faulty' && fault) running.order(factory.serial, { fault: fault.code });
  }
  const waiting = new Set(printers.filter(({ course }) => course === 'silent').map(({ factory }) => factory.serial));
  const timer = setInterval(() => {
    for (const serial of waiting) {
      const view = running.find(serial);
      if (!view || view.unacknowledged > 0) continue;
      running.order(serial, { offline: true });
      waiting.delete(serial);
    }
  }, lookEveryMs).unref();
  return () => clearInterval(timer);
}
