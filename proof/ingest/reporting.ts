import type { GatewayClient } from '../../edge/gateway/client.ts';
import type { Random } from '../kit/random.ts';

/** Metrics of the model that each message of the proof carries, and what each says: a function of device and message alone. */
export const valuesPerMessage = 10;
const codes = [
  'instantaneousElectricPowerGeneration',
  'cumulativeElectricEnergyOfGeneration',
  'powerConsumed',
  'powerBought',
  'powerSold',
  'energyConsumed',
  'energyBought',
  'cumulativeElectricEnergySold',
  'instantaneousChargingAndDischargingElectricPower',
  'remainingCapacity3',
] as const;

const spacingMs = 1_000;

/** The values of the nth message of a device, at the ordinals of the model. */
export function valuesOf(device: number, index: number): number[] {
  return codes.map((_, ordinal) => ((device * 31 + index * 7 + ordinal) % 100) + 0.25);
}

/** The same by the names of the metrics, as it is sent. */
export function valuesByCode(device: number, index: number): Record<string, number> {
  return Object.fromEntries(valuesOf(device, index).map((value, ordinal) => [codes[ordinal] ?? '', value]));
}

export function timeOf(startMs: number, index: number): number {
  return startMs + index * spacingMs;
}

/**
 * A message of which nothing is impossible: a charge stays below 100 %, meters only grow.
 */
export function payloadOf(device: number, index: number, startMs: number): string {
  const values = Object.fromEntries(
    valuesOf(device, 0).map((value, ordinal) => [codes[ordinal] ?? '', ordinal === 9 ? value : value + index]),
  );
  return JSON.stringify({ time: timeOf(startMs, index), values });
}

export type Plan = { device: number; startMs: number; messages: number };

const underWayMax = 50;
const twiceChance = 0.1;
const offlineChance = 0.002;
/** How far a message may be out of its place. */
const disorderMax = 40;

/** Reports everything of one device: out of order, some of it twice, going offline now and then; ends when all is acknowledged. */
export async function reportAll(
  client: GatewayClient,
  { device, startMs, messages }: Plan,
  random: Random,
): Promise<number> {
  const order = Array.from({ length: messages }, (_, index) => ({ index, place: index + random.below(disorderMax) }))
    .toSorted((a, b) => a.place - b.place || a.index - b.index)
    .flatMap(({ index }) => (random.chance(twiceChance) ? [index, index] : [index]));
  const underWay = new Set<Promise<void>>();
  for (const index of order) {
    const one = client
      .send('telemetry', { time: timeOf(startMs, index), values: valuesByCode(device, index) })
      .finally(() => underWay.delete(one));
    underWay.add(one);
    if (random.chance(offlineChance)) {
      await client.disconnect();
      client.connect();
    }
    if (underWay.size >= underWayMax) await Promise.race(underWay);
  }
  await Promise.all(underWay);
  return order.length;
}
