import type { FlowEnergy } from './flow-energy.ts';
import { flowIndex, type Flow } from './flows.ts';

/** Above this share of a span without values a rate of it says nothing (decisions.md "self-sufficiency"). */
export const gapMax = 0.1;

/** Shares from 0 to 1 as they come out of what was measured; below 0 where more was sold than produced. Null is "-". */
export type Rates = { selfConsumption: number | null; selfSufficiency: number | null };

/**
 * Self-consumption = 1 − sold ÷ produced, self-sufficiency = 1 − bought ÷ consumed (E-07).
 * @param energies in the order of `flows`; null for flows that are not measured.
 * @param minutes how many minutes of the span are over.
 */
export function ratesOf(energies: readonly (FlowEnergy | null)[], minutes: number): Rates {
  const share = (part: Flow, whole: Flow): number | null => {
    const [of, all] = [known(part), known(whole)];
    return of === null || all === null || all === 0 ? null : 1 - of / all;
  };
  const known = (flow: Flow): number | null => {
    const energy = energies[flowIndex(flow)];
    if (!energy || minutes <= 0 || 1 - energy.minutes / minutes > gapMax) return null;
    return energy.wh;
  };
  return { selfConsumption: share('sold', 'solar'), selfSufficiency: share('bought', 'consumed') };
}

/** Energies of several days as one; what no day knows stays unknown. */
export function addEnergies(days: readonly (readonly (FlowEnergy | null)[])[]): (FlowEnergy | null)[] {
  const width = days.reduce((most, day) => Math.max(most, day.length), 0);
  return Array.from({ length: width }, (_, at) => {
    const there = days.flatMap((day) => day[at] ?? []);
    if (there.length === 0) return null;
    const known = there.flatMap(({ wh }) => wh ?? []);
    return {
      wh: known.length === 0 ? null : known.reduce((sum, wh) => sum + wh, 0),
      minutes: there.reduce((sum, one) => sum + one.minutes, 0),
    };
  });
}
