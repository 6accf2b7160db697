import type { LicenceCode } from './codes.ts';
import type { LicenceOptions } from './options.ts';

/** Licences of one type and term, and for which devices some of them are set aside (L-06). */
export type LicenceLine = { type: string; termMonths: number; quantity: number; devices: readonly string[] };

export const linesMax = 20;
/** Licences that one act may assign. */
export const quantityMax = 1_000;

/** Where it is wrong: a line by its place and the field of it; without one it is all of them together. */
export type LineFault = { code: LicenceCode; line: { at: number; field: keyof LicenceLine } | null };

/**
 * The faults of what somebody wants to assign in one act (L-03), against what the site has; none where all is right. There is one line of a
 * type and term at most, a device is named once, and no line names more devices than it has licences.
 */
export function lineFaults(
  lines: readonly LicenceLine[],
  { types, terms }: Pick<LicenceOptions, 'types' | 'terms'>,
): LineFault[] {
  const faults: LineFault[] = [];
  if (lines.length === 0) faults.push({ code: 'lines-missing', line: null });
  if (lines.reduce((sum, { quantity }) => sum + quantity, 0) > quantityMax)
    faults.push({ code: 'quantity-over', line: null });
  const devices = lines.flatMap((line) => line.devices);
  lines.forEach((line, at) => {
    const wrong = (code: LicenceCode, field: keyof LicenceLine) => faults.push({ code, line: { at, field } });
    if (!types.some(({ id }) => id === line.type)) wrong('type-unknown', 'type');
    if (!terms.includes(line.termMonths)) wrong('term-unknown', 'termMonths');
    const first = lines.findIndex(({ type, termMonths }) => type === line.type && termMonths === line.termMonths);
    if (first < at) wrong('line-twice', 'type');
    if (line.devices.length > line.quantity) wrong('devices-over', 'devices');
    if (line.devices.some((device) => devices.indexOf(device) !== devices.lastIndexOf(device)))
      wrong('device-twice', 'devices');
  });
  return faults;
}
