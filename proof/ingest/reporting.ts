import type { GatewayClient } from '../../edge/gateway/client.ts';
import type { Random } from '../kit/random.ts';
import { sayAll, type Amount } from '../kit/saying.ts';

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

/** What a device says from then on: so many messages so far. */
export type Plan = { device: number; startMs: number; messages: number };

const manners = { underWayMax: 50, disorderMax: 40, offlineChance: 0.002 };

/** Reports for one device; ends when all is acknowledged. How many messages were sent. */
export function reportAll(client: GatewayClient, plan: Plan, random: Random, amount: Amount): Promise<number> {
  const { device, startMs } = plan;
  const say = (index: number) =>
    client.send('telemetry', { time: timeOf(startMs, index), values: valuesByCode(device, index) });
  return sayAll(client, plan, say, random, { ...manners, ...amount });
}
