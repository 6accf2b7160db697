import { sql } from 'kysely';
import type { ChangeState } from '../../domain/device-settings/answer.ts';
import type { Value } from '../../domain/protocol/body.ts';
import type { Registered } from '../devices/registered.ts';
import type { Database } from '../kernel/database.ts';
import { outsideId } from '../kernel/ids.ts';
import { countUpTo, offsetOf } from '../kernel/http/list.ts';
import type { Site } from '../kernel/app.ts';
import type { Scope } from '../kernel/session.ts';
import { findSetting } from './model.ts';
import type { SettingHistoryItem } from './schemas.ts';

type Row = {
  id: string;
  setting: string;
  cause: SettingHistoryItem['cause'];
  before: Value | null;
  after: Value;
  state: ChangeState;
  overdue: boolean;
  at: Date;
  settledAt: Date | null;
  user: string | null;
  organization: string | null;
};

/** What was set on a device since it is its present owner's (P-31), newest first: by whom, from what to what, and what came of it. */
export async function settingHistory(
  db: Database,
  site: Site,
  scope: Scope,
  { registrationId, model }: Registered,
  page: { page: number; pageSize: number },
): Promise<{ items: SettingHistoryItem[]; total: number; totalCapped: boolean }> {
  const matching = db
    .selectFrom('device_setting_changes as c')
    .where('c.site_id', '=', scope.siteId)
    .where('c.registration_id', '=', registrationId);
  const { rows } = await sql<Row>`
    select c.id, c.setting, c.cause, c.value_before as before, c.value_after as after, c.state, c.asked_at as at, c.settled_at as "settledAt",
      c.state = 'pending' and c.overdue_at is not null as overdue,
      case when c.asked_for = ${scope.organizationId}::uuid then u.name end as "user", o.name as organization
    from device_setting_changes c
    left join users u on u.site_id = c.site_id and u.id = c.asked_by
    left join organizations o on o.site_id = c.site_id and o.id = c.asked_for
    where c.site_id = ${scope.siteId} and c.registration_id = ${registrationId}
    order by c.id desc limit ${page.pageSize} offset ${offsetOf(page)}`.execute(db);
  const items = rows.map(({ id, at, settledAt, ...row }) => ({
    ...row,
    id: outsideId('settingChange', id),
    name: findSetting(site, model, row.setting)?.name ?? null,
    at: at.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
  }));
  return { items, ...(await countUpTo(db, matching)) };
}
