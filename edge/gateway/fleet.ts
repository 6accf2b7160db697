import { z } from 'zod';
import { openMemory } from '../pages/memory.ts';

const lookEveryMs = 1_000;
const saveEveryMs = 60_000;

/** One simulated device: `V` is how it stands, `O` what a person has it do, `M` what it keeps without power. */
export type SimulatedDevice<V, O, M> = {
  serial: string;
  /** Everything that it has to say up to now. What it cannot send it keeps. */
  bringUp(nowMs: number): Promise<void>;
  order(orders: Partial<O>): void;
  view(): V;
  /** What it may forget everything else for: nothing before it is unsaid. */
  memory(): M;
  unacknowledged(): number;
  close(): Promise<void>;
};

export type RunningFleet<V, O> = {
  /** Messages that the portal has not acknowledged yet. */
  unacknowledged(): number;
  /** Brings every device up to the present; the timer does so each second. */
  look(): Promise<void>;
  /** How each of them stands. */
  list(): V[];
  find(serial: string): V | undefined;
  /** Has one of them do something, whatever falls to it by chance; false when there is none of that serial number. */
  order(serial: string, orders: Partial<O>): boolean;
  close(): Promise<void>;
};

type Fleet<V, O, M extends object, F extends { serial: string }> = {
  factories: readonly F[];
  /** Where they keep what they must not forget; without it they begin anew each time. */
  stateFile: string | undefined;
  schema: z.ZodType<M>;
  start: (factory: F, memory: M | undefined) => Promise<SimulatedDevice<V, O, M>>;
  now: () => Date;
};

/**
 * Runs simulated devices together: each is brought up to the present every second, and remembered every minute.
 * @throws Error when the portal cannot be reached or refuses one of them, or the file of their memory is broken.
 */
export async function runFleet<V, O, M extends object, F extends { serial: string }>(
  fleet: Fleet<V, O, M, F>,
): Promise<RunningFleet<V, O>> {
  const { factories, stateFile, schema, start, now } = fleet;
  const memory = stateFile ? await openMemory<Record<string, M>>(stateFile, z.record(z.string(), schema), {}) : null;
  const devices = new Map<string, SimulatedDevice<V, O, M>>();
  for (const factory of factories) devices.set(factory.serial, await start(factory, memory?.state()[factory.serial]));
  const all = () => [...devices.values()];
  const look = async () => {
    for (const device of all()) await device.bringUp(now().getTime());
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
    find: (serial) => devices.get(serial)?.view(),
    order: (serial, orders) => {
      const device = devices.get(serial);
      device?.order(orders);
      return device !== undefined;
    },
    close: async () => {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(all().map((one) => one.close()));
      await save();
    },
  };
}
