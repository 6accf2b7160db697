/** What is measured with a power of its own that is never below zero; bought and sold are two, never one with a sign (E-06). */
export const meters = ['solar', 'consumed', 'bought', 'sold'] as const;
export type MeterName = (typeof meters)[number];

/** What takes energy and gives it back; its power is above zero while it charges. */
export const stores = ['battery', 'ev'] as const;
export type StoreName = (typeof stores)[number];

/** What is counted over a day, in this order wherever it stands as a list: energies in one direction, never below zero. */
export const flows = [
  'solar',
  'consumed',
  'bought',
  'sold',
  'batteryCharged',
  'batteryDischarged',
  'evCharged',
  'evDischarged',
] as const;
export type Flow = (typeof flows)[number];

export function flowIndex(flow: Flow): number {
  return flows.indexOf(flow);
}
