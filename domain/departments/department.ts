import { parseText } from '../identifiers/single-line.ts';

/** An ID as devices send it: digits, letters, points, underscores and hyphens. Leading zeros and capitals count. */
const idPattern = /^[A-Za-z0-9._-]{1,32}$/;

/** A device keeps counters of so many departments; what it says of more is not kept. */
export const departmentsPerDeviceMax = 1_000;
export const nameCharactersMax = 40;

/** Whether a device may name a department so. */
export function isDepartment(id: unknown): id is string {
  return typeof id === 'string' && idPattern.test(id);
}

/** What people call a department; empty is none, and the ID is shown as it is. */
export function readName(typed: string) {
  return parseText(typed, { max: nameCharactersMax });
}
