import { z } from 'zod';
import { flows, meters, stores } from '../../domain/power-flow/flows.ts';
import { readSpan, spanKinds, spanOf, type SpanKind } from '../../domain/power-flow/span.ts';
import { civilDay } from '../../domain/site/civil-day.ts';
import { platformProblem } from '../kernel/http/problem.ts';
import { route } from '../kernel/http/route.ts';
import { instant, organizationPath, outsideIdSchema } from '../kernel/http/schemas.ts';
import { findFlowDevice, type FlowDevice } from './device.ts';
import { readHistory } from './history.ts';
import { readPicture } from './now.ts';

const ofDevice = organizationPath.extend({ device: outsideIdSchema('device') });
const base = '/api/{site}/organizations/{organization}/devices/{device}/power-flow';
const number = z.number().nullable();
const whole = z.int().nullable();

const picture = z.strictObject({
  now: instant,
  /** Of the newest report; null before the first. */
  at: instant.nullable(),
  timeZone: z.string(),
  /** Means of the minute before the newest report, in W, and energies of today, in Wh. */
  meters: z.array(z.strictObject({ name: z.enum(meters), watts: number, todayWh: number })),
  stores: z.array(
    z.strictObject({
      name: z.enum(stores),
      /** Above zero while it charges. */
      watts: number,
      chargePercent: number,
      /** As the device says it. */
      state: z.string().nullable(),
      chargedTodayWh: number,
      dischargedTodayWh: number,
    }),
  ),
  trouble: z.strictObject({ severity: z.string(), count: z.int() }).nullable(),
  /** It belongs to somebody else by now; what is shown is how it was. */
  ended: z.boolean(),
});

const showPicture = route({
  operationId: 'showPowerFlow',
  method: 'get',
  path: base,
  summary: 'What flows at a device now: as the live topic `power-flow/DEVICE` shows it',
  access: 'power-flow:read',
  params: ofDevice,
  status: 200,
  response: picture,
  problems: ['platform/not-found'],
  handle: async ({ app, site, scope, params: { device } }) => {
    const found = await findFlowDevice(app, site, scope, device);
    if (!found) return platformProblem('not-found');
    return { status: 200, body: await readPicture(app, found, scope.now) };
  },
});

export const spanQuery = z.strictObject({
  kind: z.enum(spanKinds).default('day').describe('A day as a curve, a month or a year as bars'),
  at: z
    .string()
    .max(10)
    .optional()
    .describe('A civil day (`2026-11-21`), month (`2026-11`) or year (`2026`) where the device stands; else today’s'),
});

const values = z.array(whole).describe('In the order of the flows in `flows` of the site: null is "nothing known"');

const history = z.strictObject({
  span: z.strictObject({ kind: z.enum(spanKinds), at: z.string() }),
  timeZone: z.string(),
  from: instant,
  until: instant,
  flows: z.array(z.enum(flows)),
  /** Of a day: mean powers of five minutes, in W. */
  curve: z.array(z.strictObject({ at: instant, watts: values })),
  /** Of a month or year: energies of its days or months, in Wh, and the share of the time that has no values. */
  bars: z.array(z.strictObject({ at: z.string(), wh: values, missing: z.number() })),
  wh: values,
  rates: z.strictObject({ selfConsumption: number, selfSufficiency: number }),
  missing: z.number(),
  firstDay: z.iso.date().nullable(),
  today: z.iso.date(),
});

const showHistory = route({
  operationId: 'showPowerFlowHistory',
  method: 'get',
  path: `${base}/history`,
  summary: 'What flowed at a device in a day, month or year',
  access: 'power-flow:read',
  params: ofDevice,
  query: spanQuery,
  status: 200,
  response: history,
  problems: ['platform/not-found', 'platform/malformed'],
  handle: async ({ app, site, scope, params: { device }, query: { kind, at }, now }) => {
    const found = await findFlowDevice(app, site, scope, device);
    if (!found) return platformProblem('not-found');
    const span = readSpan(kind, at ?? todayOf(found, kind, now));
    if (!span.ok) return platformProblem('malformed');
    return { status: 200, body: await readHistory(app, found, span.value, now) };
  },
});

/** The span of this kind in which a device is now. */
export function todayOf({ timeZone }: Pick<FlowDevice, 'timeZone'>, kind: SpanKind, now: Date): string {
  return spanOf(kind, civilDay(now, timeZone)).at;
}

export const powerFlowRoutes = [showHistory, showPicture];
