import { z } from 'zod';
import { placementCauses } from '../../../domain/licences/codes.ts';
import { licenceStates } from '../../../domain/licences/place.ts';
import { instant, organizationPath, outsideIdSchema, sortBy } from '../../kernel/http/schemas.ts';
import { deviceLicenceStates } from './columns.ts';
import { licenceSorts } from './rows.ts';

export const base = '/api/{site}/organizations/{organization}';
export const licencePath = organizationPath.extend({ licence: outsideIdSchema('licence') });
export const devicePath = organizationPath.extend({ device: outsideIdSchema('device') });

const device = z.strictObject({ id: outsideIdSchema('device'), serial: z.string(), name: z.string() });
const day = z.iso.date();

export const licence = z.strictObject({
  id: outsideIdSchema('licence'),
  organization: z.strictObject({ id: outsideIdSchema('organization'), name: z.string() }),
  dealer: z.string(),
  type: z.string(),
  termMonths: z.int(),
  assignedOn: day,
  freeUntil: day,
  lastDay: day,
  expiresAt: instant,
  state: z.enum(licenceStates),
  /** Which it serves now. */
  device: device.nullable(),
  setAsideFor: device.nullable(),
});

export const licenceQuery = z.strictObject({
  state: z.enum(licenceStates).optional(),
  type: z.string().max(40).optional(),
  device: z.string().max(100).optional().describe('A part of the serial number or of what people call the device'),
  sort: sortBy(licenceSorts),
});

/** A device that could be served, with the last day of the licence that serves it now. */
export const target = device.extend({ licensedUntil: day.nullable() });

export const licenceDetail = licence.extend({
  /** Whether the caller may move it. */
  mayMove: z.boolean(),
  history: z.array(
    z.strictObject({
      device: z.strictObject({ id: outsideIdSchema('device'), serial: z.string() }),
      from: instant,
      until: instant,
      cause: z.enum(placementCauses),
    }),
  ),
});

export const deviceLicence = z.strictObject({
  /** The type that its model takes; null for none. */
  takes: z.string().nullable(),
  state: z.enum(deviceLicenceStates),
  /** What serves it, or served it last. */
  licence: z.strictObject({ id: outsideIdSchema('licence'), lastDay: day, until: instant }).nullable(),
  /** What would take over when that ends, as it stands today. */
  next: z.strictObject({ id: outsideIdSchema('licence'), lastDay: day, setAside: z.boolean() }).nullable(),
  /** Its own choice; null where it does as its customer chose for all. */
  renews: z.boolean().nullable(),
  customerRenews: z.boolean(),
  /** Licences of its type that wait and are kept for nothing else. */
  waiting: z.int(),
  mayChange: z.boolean(),
});
