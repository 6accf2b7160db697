import { z } from 'zod';
import type { LicenceLine } from '../../../domain/licences/lines.ts';
import { linesMax, quantityMax } from '../../../domain/licences/lines.ts';
import { outsideIdSchema } from '../../kernel/http/schemas.ts';
import { insideId } from '../../kernel/ids.ts';
import type { AssignmentDates } from './dates.ts';

const codeMax = 64;
const monthsMax = 1_000;

export const lineSchema = z.strictObject({
  type: z.string().max(codeMax),
  termMonths: z.int().min(1).max(monthsMax),
  quantity: z.int().min(1).max(quantityMax),
  /** Devices of the customer for which one licence each is set aside; the others wait for any. */
  devices: z.array(outsideIdSchema('device')).max(quantityMax).default([]),
});

/** Who gets which licences. */
export const assignBody = z.strictObject({
  customer: outsideIdSchema('organization'),
  lines: z.array(lineSchema).max(linesMax),
});

export type Wish = { customerId: string; lines: readonly LicenceLine[] };

export function wishOf({ customer, lines }: z.output<typeof assignBody>): Wish {
  return {
    customerId: insideId(customer),
    lines: lines.map((line) => ({ ...line, devices: line.devices.map(insideId) })),
  };
}

/** The dates of licences that are assigned on one day (L-04). */
export const dates = {
  assignedOn: z.iso.date(),
  freeUntil: z.iso.date(),
  paidFrom: z.iso.date(),
  lastDay: z.iso.date(),
};

export const civilDates = ({ assignedOn, freeUntil, paidFrom, lastDay }: Omit<AssignmentDates, 'expiresAt'>) => ({
  assignedOn,
  freeUntil,
  paidFrom,
  lastDay,
});
