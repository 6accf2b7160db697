import { z } from 'zod';
import { reportFiles } from '../../domain/monthly-reports/choices.ts';
import { reportDaySchema } from '../../domain/monthly-reports/options.ts';
import type { Site } from '../kernel/app.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { instant, outsideIdSchema } from '../kernel/http/schemas.ts';
import { versionOf } from '../kernel/http/version.ts';
import { outsideId } from '../kernel/ids.ts';
import type { Scope } from '../kernel/session.ts';
import { groupsOf, nextOf, settingsOf } from './settings.ts';

const group = outsideIdSchema('deviceGroup');
const file = z.enum(reportFiles);

export const settingsBody = z.strictObject({
  on: z.boolean(),
  day: reportDaySchema,
  /** Null for all devices. */
  group: group.nullable(),
  files: z.array(file).max(reportFiles.length),
});

export const settingsView = z.strictObject({
  /** The notification address; null without one, when nothing else is said. */
  mail: z.string().nullable(),
  on: z.boolean(),
  day: reportDaySchema,
  group: group.nullable(),
  /** The group that was chosen has been deleted. */
  groupGone: z.boolean(),
  files: z.array(file),
  groups: z.array(z.strictObject({ id: group, name: z.string() })),
  /** The report that comes next; `due` when its day is past and it is about to go out; null while none comes. */
  next: z.strictObject({ at: instant, month: z.string(), due: z.boolean() }).nullable(),
  timeZone: z.string(),
});
export type SettingsView = z.infer<typeof settingsView>;

/** How the caller wants the report, with the version that a change of it names. */
export async function viewSettings(
  db: Database | Tx,
  site: Site,
  scope: Scope,
  usualDay: SettingsView['day'],
): Promise<{ body: SettingsView; version: string }> {
  const settings = await settingsOf(db, site, scope.userId);
  const groups = (await groupsOf(db, scope)).map(({ id, name }) => ({ id: outsideId('deviceGroup', id), name }));
  const next = settings ? await nextOf(db, site, scope, settings) : null;
  const known = settings?.groupName !== null && settings?.groupId ? outsideId('deviceGroup', settings.groupId) : null;
  const body: SettingsView = {
    mail: settings?.address ?? null,
    on: settings ? settings.since !== null : false,
    day: settings?.day ?? usualDay,
    group: known,
    groupGone: settings ? settings.groupId !== null && settings.groupName === null : false,
    files: settings?.files ?? [...reportFiles],
    groups,
    next: next && { at: next.dueAt.toISOString(), month: next.ofMonth, due: next.dueAt <= scope.now },
    timeZone: site.timeZone,
  };
  const { on, day, group: chosen, files } = body;
  return { body, version: versionOf({ on, day, group: chosen, files }) };
}
