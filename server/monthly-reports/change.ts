import { reportFiles } from '../../domain/monthly-reports/choices.ts';
import { lastWholeMonth } from '../../domain/monthly-reports/schedule.ts';
import { monthlyReportOptions } from '../../domain/site/capabilities.ts';
import { after, hoursMs } from '../kernel/clock.ts';
import type { Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import { platformProblem } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import { etag } from '../kernel/http/version.ts';
import { insideId } from '../kernel/ids.ts';
import type { Scope } from '../kernel/session.ts';
import { lockTries, storeTries } from '../kernel/tries.ts';
import { switchOwnEvent } from '../mail-notices/change.ts';
import { monthlyReportProblem } from './problems.ts';
import { viewSettings, type SettingsView } from './schemas.ts';
import { groupsOf, settingsOf, storeSettings } from './settings.ts';

type Wished = Pick<SettingsView, 'on' | 'day' | 'group' | 'files'>;

/** Reports that somebody may ask for within an hour: each is a mail with files. */
export const askedPerHourMax = 5;
const askedPurpose = 'monthly-report-asked';

/** How the caller wants the report from now on (C-13), and whether they want it at all. */
export async function changeSettings(
  tx: Tx,
  site: Site,
  scope: Scope,
  seenVersion: string,
  wished: Wished,
): Promise<Outcome<SettingsView>> {
  const usual = monthlyReportOptions(site).day;
  const switched = await switchOwnEvent(tx, site, scope, 'monthly-report', wished.on, async () => {
    const before = await viewSettings(tx, site, scope, usual);
    if (before.body.mail === null) return monthlyReportProblem('no-address');
    if (before.version !== seenVersion) return platformProblem('changed-meanwhile');
    return faultsOf(tx, scope, wished);
  });
  if (!Array.isArray(switched)) return { reply: switched };
  const { day, group } = wished;
  const files = reportFiles.filter((file) => wished.files.includes(file));
  const groupId = group && insideId(group);
  await storeSettings(tx, scope, { day, groupId, files });
  const { body, version } = await viewSettings(tx, site, scope, usual);
  const data = { user: scope.userId, organization: scope.organizationId, on: wished.on, day, group: groupId, files };
  return {
    reply: { status: 200, body, headers: etag(version) },
    events: [...switched, { what: 'monthly-reports.changed', subject: `user/${scope.userId}`, data }],
  };
}

async function faultsOf(tx: Tx, scope: Scope, { group, files }: Wished) {
  const errors = [];
  if (files.length === 0) errors.push({ pointer: '/files', code: 'monthly-reports/file-missing' });
  const known = group === null || (await groupsOf(tx, scope)).some(({ id }) => id === insideId(group));
  if (!known) errors.push({ pointer: '/group', code: 'monthly-reports/group-unknown' });
  return errors.length > 0 ? platformProblem('invalid-fields', { errors }) : null;
}

/** Mails the caller the report about the last whole month at once; it takes the place of none. */
export async function askNow(tx: Tx, site: Site, scope: Scope): Promise<Outcome<never>> {
  const settings = await settingsOf(tx, site, scope.userId);
  if (!settings) return { reply: monthlyReportProblem('no-address') };
  const asked = await lockTries(tx, site.id, askedPurpose, scope.userId, after(scope.now, -hoursMs));
  if (asked.length >= askedPerHourMax)
    return { reply: platformProblem('too-many-requests', { retryAfterSeconds: hoursMs / 1_000 }) };
  await storeTries(tx, site.id, askedPurpose, scope.userId, [...asked, scope.now]);
  const month = lastWholeMonth(scope.now, site.timeZone);
  const data = { user: scope.userId, organization: scope.organizationId, month };
  return { reply: { status: 204 }, events: [{ what: 'monthly-reports.asked', subject: `user/${scope.userId}`, data }] };
}
