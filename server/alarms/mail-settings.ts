import { sql } from 'kysely';
import { z } from 'zod';
import { readQuietHours, type QuietHours } from '../../domain/alarms/quiet-hours.ts';
import { alarmOptions } from '../../domain/site/capabilities.ts';
import type { Site } from '../kernel/app.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { platformProblem } from '../kernel/http/problem.ts';
import { route, type Outcome } from '../kernel/http/route.ts';
import { organizationPath } from '../kernel/http/schemas.ts';
import { etag, versionOf } from '../kernel/http/version.ts';
import type { Scope } from '../kernel/session.ts';
import { receiversOf } from './receivers.ts';

const path = '/api/{site}/organizations/{organization}/alarm-mails';
const typedMax = 20;

const hours = z.strictObject({ from: z.string().max(typedMax), until: z.string().max(typedMax) });
const response = z.strictObject({
  /** Times of day between which mails wait; both empty for none. */
  quiet: hours,
  /** Whether the organization has set them, or they are the site's. */
  own: z.boolean(),
  /** How many addresses the mails go to: proved maintenance addresses, the account's own, or those of users who chose it. */
  addresses: z.int(),
  whose: z.enum(['maintenance', 'account', 'users']),
  timeZone: z.string(),
});
type Settings = z.infer<typeof response>;

const none: QuietHours = { from: '', until: '' };

async function view(db: Database | Tx, site: Site, scope: Scope): Promise<{ body: Settings; version: string }> {
  const row = await db
    .selectFrom('alarm_quiet_hours')
    .select(['quiet_from as from', 'quiet_until as until'])
    .where('site_id', '=', scope.siteId)
    .where('organization_id', '=', scope.organizationId)
    .executeTakeFirst();
  const { rows } = await sql<{ addresses: number; extra: boolean }>`
    select count(distinct lower(m.address)) as addresses, exists (select from v_maintenance_addresses e
      where e.site_id = ${scope.siteId} and e.organization_id = ${scope.organizationId} and e.extra) as extra
    from ${receiversOf(site)} m where m.organization_id = ${scope.organizationId}`.execute(db);
  const kept = rows[0]?.extra ? 'maintenance' : 'account';
  const quiet = row ?? alarmOptions(site).quietHours ?? none;
  const body: Settings = {
    quiet: { from: quiet.from, until: quiet.until },
    own: row !== undefined,
    addresses: rows[0]?.addresses ?? 0,
    whose: alarmOptions(site).mailsTo === 'users' ? 'users' : kept,
    timeZone: site.timeZone,
  };
  return { body, version: versionOf(body.quiet) };
}

async function store(
  tx: Tx,
  site: Site,
  scope: Scope,
  seenVersion: string,
  typed: QuietHours,
): Promise<Outcome<Settings>> {
  const read = readQuietHours(typed);
  if (!read.ok) {
    const errors = [{ pointer: `/${read.at}`, code: `alarms/${read.code}` }];
    return { reply: platformProblem('invalid-fields', { errors }) };
  }
  // Two who save at once do so one after the other.
  await sql`select 1 from organizations where site_id = ${scope.siteId} and id = ${scope.organizationId} for no key update`.execute(
    tx,
  );
  const before = await view(tx, site, scope);
  if (before.version !== seenVersion) return { reply: platformProblem('changed-meanwhile') };
  const { from, until } = read.value ?? none;
  if (before.body.quiet.from !== from || before.body.quiet.until !== until) await write(tx, scope, { from, until });
  const { body, version } = await view(tx, site, scope);
  const events =
    version === before.version
      ? []
      : [
          {
            what: 'alarms.quiet-hours' as const,
            subject: `organization/${scope.organizationId}`,
            data: { from, until },
          },
        ];
  return { reply: { status: 200, body, headers: etag(version) }, events };
}

/** Both empty is said as well: none, whatever the site's hours are. */
async function write(tx: Tx, scope: Scope, { from, until }: QuietHours): Promise<void> {
  await sql`
    insert into alarm_quiet_hours (site_id, organization_id, quiet_from, quiet_until, changed_at, changed_by)
    values (${scope.siteId}, ${scope.organizationId}, ${from}, ${until}, ${scope.now}, ${scope.userId})
    on conflict (site_id, organization_id) do update set quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(tx);
}

const get = route({
  operationId: 'getAlarmMails',
  method: 'get',
  path,
  summary: 'When the organization gets no mails about alarms, and to how many addresses they go else',
  access: 'alarms:read',
  params: organizationPath,
  status: 200,
  response,
  problems: [],
  handle: async ({ app, site, scope }) => {
    const { body, version } = await view(app.db, site, scope);
    return { status: 200, body, headers: etag(version) };
  },
});

const put = route({
  operationId: 'changeAlarmMails',
  method: 'put',
  path,
  summary: 'Sets the times of day between which mails about alarms wait; both empty for none',
  access: 'alarms:manage',
  params: organizationPath,
  body: hours,
  versioned: true,
  status: 200,
  response,
  problems: ['platform/invalid-fields', 'platform/changed-meanwhile'],
  handle: async ({ site, scope, body, seenVersion, change }) =>
    change((tx) => store(tx, site, scope, seenVersion, body)),
});

export const mailSettingRoutes = [get, put];
