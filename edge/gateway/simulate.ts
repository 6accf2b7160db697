import { z } from 'zod';
import { openMemory } from '../pages/memory.ts';
import { bootstrap, type DeviceFactoryFile } from './bootstrap.ts';
import { gatewayMemorySchema, runGateway, type Chances, type GatewayView, type Orders } from './gateway.ts';

const lookEveryMs = 1_000;
const saveEveryMs = 60_000;

export type Simulation = Chances & {
  /** The portal's address without a slash at the end. */
  url: string;
  factories: readonly DeviceFactoryFile[];
  /** Codes that their model measures; all that a house has, when left out. */
  metrics?: readonly string[];
  /** Where they keep what their meters count and their settings; without it they begin anew each time. */
  stateFile?: string;
  now?: () => Date;
};

export type RunningGateways = {
  /** Messages that the portal has not acknowledged yet. */
  unacknowledged(): number;
  /** Brings every gateway up to the present; the timer does so each second. */
  look(): Promise<void>;
  /** How each of them stands. */
  list(): GatewayView[];
  find(serial: string): GatewayView | undefined;
  /** Has one of them do something, whatever falls to it by chance; false when there is none of that serial number. */
  order(serial: string, orders: Partial<Orders>): boolean;
  close(): Promise<void>;
};

/**
 * Runs gateways that report each minute what a made-up house did (E-11), over the same protocol as real ones: with a credential by the
 * secret of the factory, over WebSocket. They obey the settings that they are told (E-09).
 * @throws Error when the portal cannot be reached or refuses one of them, or the file of their memory is broken.
 */
export async function simulateGateways(simulation: Simulation): Promise<RunningGateways> {
  const { url, factories, metrics, stateFile, now = () => new Date() } = simulation;
  const memory = stateFile ? await openMemory(stateFile, z.record(z.string(), gatewayMemorySchema), {}) : null;
  const gateways = new Map<string, ReturnType<typeof runGateway>>();
  for (const factory of factories) {
    const { serial } = factory;
    const gateway = runGateway({
      url: `${url.replace(/^http/, 'ws')}/mqtt`,
      factory,
      credential: await bootstrap(url, factory),
      chances: simulation,
      metrics: metrics ? new Set(metrics) : null,
      memory: memory?.state()[serial],
      now,
    });
    gateways.set(serial, gateway);
  }
  const all = () => [...gateways.values()];
  const look = async () => {
    for (const gateway of all()) await gateway.bringUp(now().getTime());
  };
  const save = async () => {
    const kept = Object.fromEntries(all().map((one) => [one.serial, one.memory()]));
    await memory?.change((before) => ({ next: { ...before, ...kept }, answer: undefined }));
  };
  const timers = [setInterval(() => void look(), lookEveryMs), setInterval(() => void save(), saveEveryMs)];
  return {
    look,
    unacknowledged: () => all().reduce((sum, one) => sum + one.unacknowledged(), 0),
    list: () => all().map((one) => one.view()),
    find: (serial) => gateways.get(serial)?.view(),
    order: (serial, orders) => {
      const gateway = gateways.get(serial);
      gateway?.order(orders);
      return gateway !== undefined;
    },
    close: async () => {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(all().map((one) => one.close()));
      await save();
    },
  };
}
