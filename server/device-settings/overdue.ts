import { sql } from 'kysely';
import { deviceSettingOptions } from '../../domain/site/capabilities.ts';
import type { App } from '../kernel/app.ts';
import { hoursMs } from '../kernel/clock.ts';
import type { Tx } from '../kernel/database.ts';
import { writeEvents, type NewEvent } from '../kernel/events.ts';
import type { Job } from '../kernel/jobs.ts';
import { endLapsed } from './lapsed.ts';
import { siteWithSettings } from './model.ts';

type Row = {
  device: string;
  registration: string;
  organization: string;
  user: string | null;
  askedFor: string;
  version: number;
  setting: string;
};

/** Devices that have not answered in time: whoever asked is told once (E-09). What must not be taken any more is ended first. */
async function run(app: App, now: Date): Promise<void> {
  for (const { id } of app.sites.values()) {
    const site = siteWithSettings(app, id);
    if (!site) continue;
    const before = new Date(now.getTime() - deviceSettingOptions(site).overdueHours * hoursMs);
    await app.db.transaction().execute(async (tx) => {
      await endLapsed(tx, id, now);
      const events = eventsOf(await markOverdue(tx, id, before, now));
      await writeEvents(tx, { siteId: id, actor: { kind: 'system' }, now, requestId: null }, events);
    });
  }
}

async function markOverdue(tx: Tx, siteId: string, before: Date, now: Date): Promise<Row[]> {
  const { rows } = await sql<Row>`
    update device_setting_changes set overdue_at = ${now}
    where site_id = ${siteId} and state = 'pending' and overdue_at is null and asked_at <= ${before}
    returning device_id as device, registration_id as registration, organization_id as organization, asked_by as "user",
      asked_for as "askedFor", version, setting`.execute(tx);
  return rows;
}

/** One for each time that somebody asked. */
function eventsOf(rows: readonly Row[]): NewEvent[] {
  const together = Map.groupBy(rows, ({ device, version }) => `${device} ${version}`);
  return [...together.values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    const { setting: _, ...data } = first;
    const settings = some.map(({ setting }) => setting);
    return [{ what: 'device-settings.overdue', subject: `device/${data.device}`, data: { ...data, settings } }];
  });
}

export const overdueSettings: Job = { name: 'device-settings-overdue', run };
