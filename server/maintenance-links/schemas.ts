import { z } from 'zod';
import { linkSides, linkStates } from '../../domain/maintenance-links/link.ts';
import { instant, organizationPath, outsideIdSchema, sortBy } from '../kernel/http/schemas.ts';
import { outsideId } from '../kernel/ids.ts';
import { linkSorts, stateOf, type LinkFilter, type LinkRow } from './store.ts';

export const base = '/api/{site}/organizations/{organization}/maintenance-links';
export const linkPath = organizationPath.extend({ link: outsideIdSchema('maintenanceLink') });

const searchMax = 100;
const typedMax = 100;
/** Single devices of one link; who has more of them links all. */
export const devicesMax = 100;

export const pair = {
  /** The login ID under which the dealer signed up. */
  dealer: z.string().max(typedMax),
  /** The dealer's phone number, written in any way. */
  phone: z.string().max(typedMax),
};
export const terms = {
  configure: z.boolean(),
  /** The last day, e.g. `2026-12-31`; empty for none. */
  until: z.string().max(typedMax).default(''),
};

export const linkQuery = z.strictObject({
  /** A part of the other's name or of a serial number. */
  text: z.string().max(searchMax).default(''),
  state: z.enum(['running', 'over']).optional(),
  side: z.enum(linkSides).optional(),
  isNew: z.enum(['yes']).optional(),
  sort: sortBy(linkSorts),
});

export function filterOf({ text, state, side, isNew }: z.output<typeof linkQuery>): LinkFilter {
  return { text, state: state ?? null, side: side ?? null, isNew: isNew === 'yes' };
}

export const linkResponse = z.strictObject({
  id: outsideIdSchema('maintenanceLink'),
  /** What the caller's organization is in it. */
  side: z.enum(linkSides),
  /** The organization on the other side. */
  other: z.strictObject({ id: outsideIdSchema('organization'), name: z.string() }),
  state: z.enum(linkStates),
  /** Nobody of the dealer's has opened it. */
  isNew: z.boolean(),
  /** Of all devices, those to come too; else of these. */
  allDevices: z.boolean(),
  devices: z.array(
    z.strictObject({
      id: outsideIdSchema('device'),
      serial: z.string(),
      model: z.string(),
      /** False once it is not the customer's any more. */
      linked: z.boolean(),
    }),
  ),
  configure: z.boolean(),
  untilOn: z.iso.date().nullable(),
  begunAt: instant,
  endedAt: instant.nullable(),
});
export type LinkShown = z.infer<typeof linkResponse>;

export function presentLink(row: LinkRow, now: Date): LinkShown {
  const state = stateOf(row, now);
  const otherId = row.side === 'customer' ? row.dealerId : row.organizationId;
  return {
    id: outsideId('maintenanceLink', row.id),
    side: row.side,
    other: { id: outsideId('organization', otherId), name: row.other },
    state,
    isNew: row.openedAt === null && state === 'running',
    allDevices: row.allDevices,
    devices: row.devices.map(({ device, serial, model, inForce }) => ({
      id: outsideId('device', device),
      serial,
      model,
      linked: inForce,
    })),
    configure: row.configure,
    untilOn: row.untilOn,
    begunAt: row.begunAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}
