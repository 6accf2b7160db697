import { sql } from 'kysely';
import { judgePlacing, judgeSettingAside, typeTakenBy, type Target } from '../../../domain/licences/place.ts';
import type { PlacementCode } from '../../../domain/licences/placement-codes.ts';
import { licenceOptions } from '../../../domain/site/capabilities.ts';
import type { Refusal, Verdict } from '../../../domain/verdict.ts';
import { findRegistered } from '../../devices/registered.ts';
import type { Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import type { NewEvent } from '../../kernel/events.ts';
import { platformProblem, type Problem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { versionOf } from '../../kernel/http/version.ts';
import type { Scope } from '../../kernel/session.ts';
import { settle } from '../settle/settle.ts';
import { freed } from './contribution.ts';
import { choicesOf, lastServing } from './device.ts';
import { placementProblem } from './problems.ts';
import { findLicence, seenOf, type LicenceRow } from './rows.ts';
import { free, place } from './store.ts';

type Around = { tx: Tx; site: Site; scope: Scope };

export const versionOfLicence = (row: LicenceRow, now: Date): string => versionOf(seenOf(row, now, row.expiresAt));

/** A licence of the caller's own that is still as it was seen, its customer held and settled; else what to answer. */
async function holdLicence({ tx, site, scope }: Around, id: string, seen: string): Promise<LicenceRow | Problem> {
  await settle(tx, site, [scope.organizationId], scope.now);
  const row = await findLicence(tx, scope, id, 'configure');
  if (!row || row.customerId !== scope.organizationId) return platformProblem('not-found');
  return versionOfLicence(row, scope.now) === seen ? row : platformProblem('changed-meanwhile');
}

async function findTarget({ tx, site, scope }: Around, deviceId: string): Promise<Target | null> {
  const device = await findRegistered(tx, scope, deviceId, 'configure');
  if (!device || device.organizationId !== scope.organizationId) return null;
  const served = await lastServing(tx, scope, device);
  return {
    deviceId,
    takes: typeTakenBy(licenceOptions(site), device.model)?.id ?? null,
    ended: device.endedOn !== null,
    isServed: served !== null && served.until > scope.now,
  };
}

/** What is wrong with a device stands at its field, what is wrong with the licence is said of the whole. */
function refusal({ code }: Refusal<PlacementCode>): Problem {
  if (code === 'licence-over' || code === 'licence-serves') return placementProblem(code);
  return platformProblem('invalid-fields', { errors: [{ pointer: '/device', code: `licences/${code}` }] });
}

async function judged(
  around: Around,
  row: LicenceRow,
  deviceId: string,
  rule: (licence: LicenceRow, target: Target, now: Date) => Verdict<true, PlacementCode>,
): Promise<Problem | null> {
  const target = await findTarget(around, deviceId);
  const verdict: Verdict<true, PlacementCode> = target
    ? rule(row, target, around.scope.now)
    : { ok: false, code: 'device-unknown' };
  return verdict.ok ? null : refusal(verdict);
}

/** Has a licence serve another device of its customer, or none: its dates stay as they are (L-05). */
export async function moveLicence(
  around: Around,
  licenceId: string,
  seen: string,
  deviceId: string | null,
): Promise<Outcome<never>> {
  const { tx, scope } = around;
  const row = await holdLicence(around, licenceId, seen);
  if ('problem' in row) return { reply: row };
  if (row.serves === deviceId) return { reply: { status: 204 } };
  const problem = deviceId === null ? null : await judged(around, row, deviceId, judgePlacing);
  if (problem) return { reply: problem };
  const ended = await free(tx, scope, { licenceId });
  if (deviceId === null) return { reply: { status: 204 }, events: ended ? [freed(ended, scope.organizationId)] : [] };
  const customerId = scope.organizationId;
  const cause = ended ? 'moved' : 'chosen';
  await place(tx, scope, [{ licenceId, deviceId, customerId, cause }], scope.userId);
  const from = ended?.deviceId ?? null;
  return {
    reply: { status: 204 },
    events: [
      {
        what: ended ? 'licences.moved' : 'licences.placed',
        subject: `licence/${licenceId}`,
        data: { licence: licenceId, device: deviceId, organization: customerId, from },
      },
    ],
  };
}

/** Keeps a waiting licence for one device, or for none any more (L-06). */
export async function setAside(
  around: Around,
  licenceId: string,
  seen: string,
  deviceId: string | null,
): Promise<Outcome<never>> {
  const { tx, scope } = around;
  const row = await holdLicence(around, licenceId, seen);
  if ('problem' in row) return { reply: row };
  if (row.asideId === deviceId) return { reply: { status: 204 } };
  const problem = deviceId === null ? null : await judged(around, row, deviceId, judgeSettingAside);
  if (problem) return { reply: problem };
  await tx
    .updateTable('licences')
    .set({ set_aside_for: deviceId })
    .where('site_id', '=', scope.siteId)
    .where('id', '=', licenceId)
    .execute();
  const data = { licence: licenceId, device: deviceId, organization: scope.organizationId };
  return { reply: { status: 204 }, events: [{ what: 'licences.set-aside', subject: `licence/${licenceId}`, data }] };
}

/** Whether a camera's licence is to be followed by another (L-06); null: as the customer chose for all. */
export async function chooseRenewal(
  around: Around,
  deviceId: string,
  seen: string,
  renews: boolean | null,
): Promise<Outcome<never>> {
  const { tx, site, scope } = around;
  await settle(tx, site, [scope.organizationId], scope.now);
  const device = await findRegistered(tx, scope, deviceId, 'configure');
  if (!device || device.organizationId !== scope.organizationId) return { reply: platformProblem('not-found') };
  const choices = await choicesOf(tx, scope, device);
  if (versionOf(choices) !== seen) return { reply: platformProblem('changed-meanwhile') };
  if (choices.renews === renews) return { reply: { status: 204 } };
  if (renews === null)
    await sql`delete from licence_camera_choices where site_id = ${scope.siteId} and device_id = ${deviceId}::uuid
      and customer_id = ${scope.organizationId}::uuid`.execute(tx);
  else
    await sql`insert into licence_camera_choices (site_id, device_id, customer_id, renews)
      values (${scope.siteId}, ${deviceId}, ${scope.organizationId}, ${renews})
      on conflict (site_id, device_id, customer_id) do update set renews = excluded.renews`.execute(tx);
  return { reply: { status: 204 }, events: [chosen(scope, deviceId, renews)] };
}

/** Whether licences are followed by others where a camera says nothing of its own (L-06). */
export async function chooseDefault(
  { tx, site, scope }: Around,
  seen: string,
  renews: boolean,
): Promise<Outcome<never>> {
  await settle(tx, site, [scope.organizationId], scope.now);
  const before = await readDefault(tx, scope);
  if (versionOf({ renews: before }) !== seen) return { reply: platformProblem('changed-meanwhile') };
  if (before === renews) return { reply: { status: 204 } };
  await sql`update licence_customers set renews = ${renews}
    where site_id = ${scope.siteId} and customer_id = ${scope.organizationId}::uuid`.execute(tx);
  return { reply: { status: 204 }, events: [chosen(scope, null, renews)] };
}

export async function readDefault(db: Database | Tx, { siteId, organizationId }: Scope): Promise<boolean> {
  const row = await db
    .selectFrom('licence_customers')
    .select('renews')
    .where('site_id', '=', siteId)
    .where('customer_id', '=', organizationId)
    .executeTakeFirst();
  return row?.renews ?? true;
}

function chosen({ organizationId }: Scope, deviceId: string | null, renews: boolean | null): NewEvent {
  return {
    what: 'licences.renewal-chosen',
    subject: deviceId === null ? `organization/${organizationId}` : `device/${deviceId}`,
    data: { organization: organizationId, device: deviceId, renews },
  };
}
