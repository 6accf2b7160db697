import { z } from 'zod';
import { causes } from '../../domain/alarms/causes.ts';
import { severities } from '../../domain/alarms/severity.ts';
import type { Site } from '../kernel/app.ts';
import { instant, localised, organizationPath, outsideIdSchema, pageOf, sortBy } from '../kernel/http/schemas.ts';
import { insideId, outsideId } from '../kernel/ids.ts';
import type { Scope } from '../kernel/session.ts';
import { alarmSorts, type AlarmFilter, type AlarmRow } from './store.ts';
import { statusOf } from './watched.ts';
import { describeInAll } from './words.ts';

const searchCharactersMax = 100;

export const alarmPath = organizationPath.extend({ alarm: outsideIdSchema('alarm') });

export const alarmQuery = z.strictObject({
  state: z.enum(['open', 'all']).default('open').describe('What is wrong now, or all that ever was'),
  acknowledged: z.enum(['yes', 'no']).optional().describe('Whether somebody has acknowledged it'),
  cause: z
    .enum([...causes, 'but-silence'])
    .optional()
    .describe('What it comes of; `but-silence`: anything but silence'),
  severity: z.enum(severities).optional(),
  text: z
    .string()
    .max(searchCharactersMax)
    .optional()
    .describe('A part of serial number, installation or customer, in any width and case'),
  device: outsideIdSchema('device').optional(),
  sort: sortBy(alarmSorts),
});
export type AlarmQuery = z.output<typeof alarmQuery>;

export function filterOf({ state, acknowledged, cause, severity, text, device }: AlarmQuery): AlarmFilter {
  return {
    open: state === 'open',
    acknowledged: acknowledged ? acknowledged === 'yes' : null,
    cause: cause ?? null,
    severity: severity ?? null,
    text: text?.trim() ?? '',
    deviceId: device ? insideId(device) : null,
  };
}

export const alarmResponse = z.strictObject({
  id: outsideIdSchema('alarm'),
  device: z.strictObject({ id: outsideIdSchema('device'), serial: z.string(), model: z.string() }),
  installation: z.string(),
  organization: z.strictObject({ id: outsideIdSchema('organization'), name: z.string() }),
  cause: z.enum(causes),
  /** Of a status its code, of a value that cannot be its metric, of an exchanged device its serial number; else empty. */
  code: z.string(),
  severity: z.enum(severities),
  what: localised,
  /** What to do about it, where the model's data say so. */
  remedy: localised.nullable(),
  /** What the device said of it, when it had reported last, and how far its clock is ahead. */
  said: z.string().nullable(),
  lastReportAt: instant.nullable(),
  aheadMs: z.number().nullable(),
  raisedAt: instant,
  clearedAt: instant.nullable(),
  /** It comes and goes: so often until now. */
  flapping: z.boolean(),
  rises: z.int(),
  acknowledged: z
    .strictObject({
      at: instant,
      /** Null for people of other organizations. */
      user: z.string().nullable(),
      organization: z.string(),
      note: z.string(),
    })
    .nullable(),
});
export type AlarmResponse = z.infer<typeof alarmResponse>;

export const alarmList = pageOf(alarmResponse);

type Facts = { text?: string; lastAt?: string; aheadMs?: number };

export function presentAlarm(site: Site, scope: Scope, row: AlarmRow): AlarmResponse {
  const facts = row.facts as Facts;
  return {
    id: outsideId('alarm', row.id),
    device: { id: outsideId('device', row.deviceId), serial: row.serial, model: row.model },
    installation: row.installation,
    organization: { id: outsideId('organization', row.organizationId), name: row.organization },
    cause: causes.find((one) => one === row.cause) ?? 'status',
    code: row.code,
    severity: severities.find((one) => one === row.severity) ?? 'unknown',
    what: describeInAll(site, row),
    remedy: (row.cause === 'status' && statusOf(site, row.model, row.code)?.remedy) || null,
    said: facts.text ?? null,
    lastReportAt: facts.lastAt ?? null,
    aheadMs: facts.aheadMs ?? null,
    raisedAt: row.raisedAt.toISOString(),
    clearedAt: row.clearedAt?.toISOString() ?? null,
    flapping: row.flapping,
    rises: row.rises,
    acknowledged: row.acknowledgedAt && {
      at: row.acknowledgedAt.toISOString(),
      user: row.acknowledgerOf === scope.organizationId ? row.acknowledger : null,
      organization: row.acknowledgerOrganization ?? '',
      note: row.note,
    },
  };
}
