import { z } from 'zod';
import { readDayRange } from '../../domain/exports/day-range.ts';
import { parseDeviceId } from '../../domain/identifiers/device-id.ts';
import { parseKey } from '../../domain/registration-keys/key.ts';
import { registrationKeyOptions } from '../../domain/site/capabilities.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { Site } from '../kernel/app.ts';
import { faultAt, platformProblem, type FieldFault, type Problem } from '../kernel/http/problem.ts';
import { sortBy } from '../kernel/http/schemas.ts';
import { activationKeySorts, type ActivationKeyFilter } from './bought.ts';
import { issueSorts, type IssueFilter } from './issued.ts';
import { totalSorts, type ReportSpan } from './reports.ts';

const typed = z.string().max(64);

/** The conditions of the list of issued keys, and of its file. */
export const issueQuery = z.strictObject({
  deviceId: typed.optional(),
  activationKey: typed.optional(),
  sort: sortBy(issueSorts),
});

/** The conditions of the list of activation keys, and of its file. */
export const activationKeyQuery = z.strictObject({ number: typed.optional(), sort: sortBy(activationKeySorts) });

const day = z.string().max(10).describe('A day of the site such as 2026-11-01, counted in');
const days = z.strictObject({ from: day.optional(), to: day.optional() });

/** The conditions of the reports, and of their files (K-06). */
export const totalsQuery = days.extend({ sort: sortBy(totalSorts) });
export const historyQuery = days.extend({ sort: sortBy(issueSorts) });

export function readSpan(
  site: Site,
  query: { from?: string | undefined; to?: string | undefined },
): ReportSpan | Problem {
  const range = readDayRange(query);
  if (range.ok) return { ...range.value, timeZone: site.timeZone };
  const errors = range.faults.map(({ field, code }) => ({ pointer: `/${field}`, code: `exports/${code}` }));
  return platformProblem('invalid-fields', { errors });
}

export function readIssueQuery(
  site: Site,
  query: { deviceId?: string | undefined; activationKey?: string | undefined },
): IssueFilter | Problem {
  const deviceId = query.deviceId ? anyDeviceId(site, query.deviceId) : null;
  const activationKey = query.activationKey ? parseKey(query.activationKey) : null;
  const errors: FieldFault[] = [];
  if (deviceId && !deviceId.ok) errors.push(faultAt('/deviceId', deviceId));
  if (activationKey && !activationKey.ok) errors.push(faultAt('/activationKey', activationKey));
  if (errors.length > 0) return platformProblem('invalid-fields', { errors });
  return { deviceId: valueOf(deviceId), activationKey: valueOf(activationKey) };
}

export function readActivationKeyQuery(query: { number?: string | undefined }): ActivationKeyFilter | Problem {
  const number = query.number ? parseKey(query.number) : null;
  if (number && !number.ok) return platformProblem('invalid-fields', { errors: [faultAt('/number', number)] });
  return { number: valueOf(number) };
}

function valueOf(verdict: Verdict<string> | null): string | null {
  return verdict?.ok ? verdict.value : null;
}

/** A device ID in whichever of the site's formats fits its length. */
export function findFormat(site: Site, text: string) {
  const formats = [...new Set(registrationKeyOptions(site).categories.map((category) => category.idFormat))];
  const verdicts = formats.map((format) => ({ format, verdict: parseDeviceId(text, format) }));
  const right = verdicts.find(({ verdict }) => verdict.ok) ?? verdicts[0];
  if (!right) throw new Error(`${site.id} has no categories`);
  const { format, verdict } = right;
  return verdict.ok ? ({ ok: true, value: { format, deviceId: verdict.value } } as const) : verdict;
}

function anyDeviceId(site: Site, text: string): Verdict<string> {
  const found = findFormat(site, text);
  return found.ok ? { ok: true, value: found.value.deviceId } : found;
}
