import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Values } from '../../domain/protocol/body.ts';
import { chargesAt, factorySettings, type GatewaySettings } from './settings.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const japanAheadMs = 9 * 3_600_000;
const batteryWhUsual = 9_800;
const batteryWMax = 3_000;

/** A house as it was built; the same seed builds the same house. */
export type House = { seed: string; solarW: number; baseW: number; peopleW: number; batteryWh: number };

export const weathers = ['seasonal', 'clear', 'dull'] as const;
export const presences = ['usual', 'away', 'guests'] as const;

/** What is so in and around a house for now: the weather, and who is at home. */
export type Scene = { weather: (typeof weathers)[number]; people: (typeof presences)[number] };
export const usualScene: Scene = { weather: 'seasonal', people: 'usual' };

/** What a house has counted up to a minute. */
export const houseStateSchema = z.strictObject({
  atMs: z.number(),
  storedWh: z.number(),
  producedWh: z.number(),
  consumedWh: z.number(),
  boughtWh: z.number(),
  soldWh: z.number(),
});
export type HouseState = z.output<typeof houseStateSchema>;

/** A number from 0 up to but not including 1, the same for the same words. */
function chance(...words: (string | number)[]): number {
  return createHash('sha256').update(words.join(' ')).digest().readUInt32BE(0) / 2 ** 32;
}

export function buildHouse(seed: string, battery = true): House {
  return {
    seed,
    solarW: 3_000 + Math.round(chance(seed, 'solar') * 7_000),
    baseW: 150 + Math.round(chance(seed, 'base') * 350),
    peopleW: 600 + Math.round(chance(seed, 'people') * 2_400),
    batteryWh: battery ? batteryWhUsual : 0,
  };
}

/** A house whose meters begin to count at this instant. */
export function moveIn(house: House, atMs: number): HouseState {
  const storedWh = Math.round(house.batteryWh * (0.3 + 0.4 * chance(house.seed, 'stored')));
  return {
    atMs: Math.floor(atMs / minuteMs) * minuteMs,
    storedWh,
    producedWh: 0,
    consumedWh: 0,
    boughtWh: 0,
    soldWh: 0,
  };
}

/** The sun over the roof, by the hour in Japan and the weather of the day: nothing at night, less under passing clouds. */
function solarPower({ seed, solarW }: House, atMs: number, { weather: wanted }: Scene): number {
  const local = atMs + japanAheadMs;
  const hour = (local % dayMs) / 3_600_000;
  if (hour <= 6 || hour >= 18) return 0;
  const ofTheDay = 0.25 + 0.75 * chance('weather', Math.floor(local / dayMs));
  const weather = { seasonal: ofTheDay, clear: 1, dull: 0.12 }[wanted];
  const cloud = 0.75 + 0.25 * chance(seed, 'cloud', Math.floor(local / (10 * minuteMs)));
  return solarW * Math.sin(((hour - 6) / 12) * Math.PI) * weather * cloud;
}

/** People get up, come home and cook; something always runs. */
function consumption({ seed, baseW, peopleW }: House, atMs: number, { people }: Scene): number {
  const local = atMs + japanAheadMs;
  const hour = (local % dayMs) / 3_600_000;
  const near = (middle: number, width: number) => Math.exp(-(((hour - middle) / width) ** 2));
  const at = 0.6 * near(7, 1.2) + near(19.5, 2) + 0.25 * near(12.5, 1);
  const busy = { usual: 1, away: 0, guests: 1.8 }[people];
  return baseW + busy * peopleW * at * (0.7 + 0.6 * chance(seed, 'use', Math.floor(local / (5 * minuteMs))));
}

/**
 * What the battery takes (above zero) or gives in a minute, as its settings have it: it takes what is left over and gives what is missing above
 * its reserve; in its charging hours it fills up from the grid, and kept for power cuts it fills up and gives nothing.
 */
function batteryPower(
  { batteryWh }: House,
  settings: GatewaySettings,
  storedWh: number,
  leftW: number,
  minute: number,
): number {
  const { operatingMode, reserve } = settings;
  const roomW = (batteryWh - storedWh) * 60;
  const aboveReserveW = Math.max(0, storedWh - (batteryWh * reserve) / 100) * 60;
  const filling = operatingMode === 'backup' || (operatingMode === 'economy' && chargesAt(settings, minute));
  if (filling) return Math.min(batteryWMax, roomW);
  return leftW > 0 ? Math.min(leftW, batteryWMax, roomW) : -Math.min(-leftW, batteryWMax, aboveReserveW);
}

/**
 * The next minute of a house: what flowed in it as means in W, and what its meters count after it.
 * Bought and sold are two metrics, never one with a sign (E-06).
 */
export function nextMinute(
  house: House,
  before: HouseState,
  settings: GatewaySettings = factorySettings,
  scene: Scene = usualScene,
): { state: HouseState; values: Values } {
  const atMs = before.atMs + minuteMs;
  const solar = Math.round(solarPower(house, atMs, scene));
  const used = Math.round(consumption(house, atMs, scene));
  const left = solar - used;
  const minute = Math.floor(((atMs + japanAheadMs) % dayMs) / minuteMs);
  const battery = Math.round(batteryPower(house, settings, before.storedWh, left, minute));
  const grid = left - battery;
  const wh = (watts: number) => watts / 60;
  const state = {
    atMs,
    storedWh: before.storedWh + wh(battery),
    producedWh: before.producedWh + wh(solar),
    consumedWh: before.consumedWh + wh(used),
    boughtWh: before.boughtWh + wh(Math.max(0, -grid)),
    soldWh: before.soldWh + wh(Math.max(0, grid)),
  };
  const values = {
    instantaneousElectricPowerGeneration: solar,
    cumulativeElectricEnergyOfGeneration: Math.round(state.producedWh),
    powerConsumed: used,
    powerBought: Math.max(0, -grid),
    powerSold: Math.max(0, grid),
    energyConsumed: Math.round(state.consumedWh),
    energyBought: Math.round(state.boughtWh),
    cumulativeElectricEnergySold: Math.round(state.soldWh),
    instantaneousChargingAndDischargingElectricPower: battery,
    remainingCapacity3: Math.round((state.storedWh / (house.batteryWh || 1)) * 100),
    workingOperationStatus: battery > 0 ? 'charging' : battery < 0 ? 'discharging' : 'standby',
  };
  return { state, values };
}
