import { z } from 'zod';
import type { Database } from '../kernel/database.ts';
import { evenly } from '../kernel/evenly.ts';
import { platformProblem } from '../kernel/http/problem.ts';
import { route } from '../kernel/http/route.ts';
import { instant, outsideIdSchema } from '../kernel/http/schemas.ts';
import { insideId, outsideId } from '../kernel/ids.ts';
import type { Scope, Session } from '../kernel/session.ts';
import { openReport } from './end-of-use/store.ts';
import { findRegistered, type Registered } from './registered.ts';
import { devicePath, presentTransfer, transferResponse } from './transfers/schemas.ts';
import { stateOf, transferRows } from './transfers/store.ts';

/** What may be begun about a device. */
const steps = ['offer', 'order', 'report-end', 'end', 'release', 'replace', 'wrong-claim'] as const;
type Step = (typeof steps)[number];

const response = z.strictObject({
  /** The hand-over that runs. */
  transfer: transferResponse.nullable(),
  /** The report of its end of use that nobody has decided. */
  endReport: z
    .strictObject({ id: outsideIdSchema('endReport'), endedOn: z.iso.date(), reason: z.string(), reportedAt: instant })
    .nullable(),
  endedOn: z.iso.date().nullable(),
  /** The device that this one took the place of. */
  replaces: z.strictObject({ serial: z.string(), at: instant }).nullable(),
  /** What the caller may begin now. */
  may: z.array(z.enum(steps)),
});

/** Gives the detail page what runs about a device, and which buttons to show (U-06, P-31, P-32). */
export const stateRoute = route({
  operationId: 'getDeviceState',
  method: 'get',
  path: '/api/{site}/organizations/{organization}/devices/{device}/state',
  summary: 'What runs about a device (hand-over, report of its end of use, exchange), and what the caller may begin',
  access: 'devices:read',
  params: devicePath,
  status: 200,
  response,
  problems: ['platform/not-permitted', 'platform/not-found'],
  handle: async ({ app, session, scope, params, now }) => {
    const device = await evenly(
      () => findRegistered(app.db, scope, insideId(params.device), 'read'),
      (found) => found === null,
    );
    if (!device) return platformProblem('not-found');
    const row = await transferRows(app.db, scope)
      .where('t.device_id', '=', device.deviceId)
      .where('t.ended_at', 'is', null)
      .executeTakeFirst();
    const transfer = row && stateOf(row, now) !== 'expired' ? presentTransfer(row, session, now) : null;
    const report = await openReport(app.db, scope, device.registrationId);
    const own = (await findRegistered(app.db, scope, device.deviceId, 'configure')) !== null;
    return {
      status: 200,
      body: {
        transfer,
        endReport: report && {
          id: outsideId('endReport', report.id),
          endedOn: report.endedOn,
          reason: report.reason,
          reportedAt: report.reportedAt.toISOString(),
        },
        endedOn: device.endedOn,
        replaces: await replacedBy(app.db, scope, device.deviceId),
        may: stepsOf(session, device, { own, transfer: transfer !== null, report: report !== null }),
      },
    };
  },
});

type Running = { own: boolean; transfer: boolean; report: boolean };

function stepsOf(
  { permissions, organizationId }: Session,
  device: Registered,
  { own, transfer, report }: Running,
): Step[] {
  const { endedOn } = device;
  const idle = endedOn === null && !transfer && !report;
  const manages = permissions.has('devices:manage');
  const wanted: Record<Step, boolean> = {
    offer: device.organizationId === organizationId && permissions.has('devices:transfer') && idle,
    order: manages && idle,
    'report-end': own && permissions.has('devices:change') && idle,
    end: manages && endedOn === null && !report,
    release: manages && endedOn !== null,
    replace: manages && endedOn === null,
    'wrong-claim': manages && endedOn === null,
  };
  return steps.filter((step) => wanted[step]);
}

async function replacedBy(db: Database, scope: Scope, deviceId: string) {
  const row = await db
    .selectFrom('device_replacements as p')
    .innerJoin('manufactured_devices as d', (join) =>
      join.onRef('d.site_id', '=', 'p.site_id').onRef('d.device_id', '=', 'p.old_device_id'),
    )
    .innerJoin('device_registrations as r', (join) =>
      join.onRef('r.site_id', '=', 'p.site_id').onRef('r.device_id', '=', 'p.new_device_id'),
    )
    .select(['d.serial', 'p.done_at as at'])
    .where('p.site_id', '=', scope.siteId)
    .where('p.new_device_id', '=', deviceId)
    // An owner after the exchange sees its own span alone.
    .where('r.until_at', 'is', null)
    .whereRef('r.organization_id', '=', 'p.organization_id')
    .executeTakeFirst();
  return row ? { serial: row.serial, at: row.at.toISOString() } : null;
}
