import { batchClient } from '../gateway/batch-client.ts';
import { bootstrap, type DeviceFactoryFile } from '../gateway/bootstrap.ts';
import { gatewayClient } from '../gateway/client.ts';
import { runFleet, type RunningFleet } from '../gateway/fleet.ts';
import {
  printerMemorySchema,
  runPrinter,
  type PrinterChances,
  type PrinterData,
  type PrinterOrders,
  type PrinterView,
} from './device.ts';

export const ways = ['mqtt', 'https'] as const;
export type Way = (typeof ways)[number];

export type PrinterSimulation = PrinterChances & {
  /** The portal's address without a slash at the end. */
  url: string;
  /** Printers of any models; what each of these counts and says. */
  factories: readonly DeviceFactoryFile[];
  models: ReadonlyMap<string, PrinterData>;
  /** How they reach the portal: MQTT over WebSocket, or batches over HTTPS. */
  way?: Way;
  /** Where they keep what they counted; without it they begin anew each time. */
  stateFile?: string;
  now?: () => Date;
};

export type RunningPrinters = RunningFleet<PrinterView, PrinterOrders>;

/**
 * Runs printers that report what a made-up office did with them (C-15), as real ones do: counters that only grow and add up, toner that falls and
 * is changed, states, and now and then a counter that begins anew.
 * @throws Error when the portal cannot be reached or refuses one of them, a model is unknown, or the file of their memory is broken.
 */
export function simulatePrinters(simulation: PrinterSimulation): Promise<RunningPrinters> {
  const { url, factories, models, way = 'mqtt', stateFile, now = () => new Date() } = simulation;
  return runFleet({
    factories,
    stateFile,
    schema: printerMemorySchema,
    now,
    start: async (factory, memory) => {
      const data = models.get(factory.model);
      if (!data) throw new Error(`nobody said what a ${factory.model} counts`);
      const credential = await bootstrap(url, factory);
      const client =
        way === 'https'
          ? batchClient({ url, site: factory.site, credential })
          : gatewayClient({ url: `${url.replace(/^http/, 'ws')}/mqtt`, credential });
      return runPrinter({ factory, client, data, chances: simulation, memory, now });
    },
  });
}
