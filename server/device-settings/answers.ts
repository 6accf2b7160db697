import { sql } from 'kysely';
import { changedAtDevice, settle, type Answer } from '../../domain/device-settings/answer.ts';
import { fitsKind } from '../../domain/device-settings/value.ts';
import type { Values } from '../../domain/protocol/body.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import { writeEvents, type NewEvent } from '../kernel/events.ts';
import type { ReportTaker, TakenReport } from '../readings/report-taker.ts';
import { findSetting, siteWithSettings } from './model.ts';
import { insertChanges, lockInForce, pendingOf, settleChanges, writeInForce, type Pending } from './store.ts';

/** So many changes at a device are written down in a day; what is in force is known all the same. */
const ownChangesPerDayMax = 50;
const dayMs = 86_400_000;

type Device = { deviceId: string; model: string; registrationId: string | null; organizationId: string | null };

/** Takes what devices say of their settings: what was asked is settled, what is in force is known (E-09). */
async function take(app: App, tx: Tx, reports: readonly TakenReport[]): Promise<void> {
  // In one order, so that two batches do not wait for each other.
  const sorted = reports.toSorted((a, b) => a.deviceKey - b.deviceKey || a.at.getTime() - b.at.getTime());
  for (const report of sorted) {
    const site = siteWithSettings(app, report.siteId);
    const device = site && (await findDevice(tx, report));
    if (site && device) await takeOne(tx, site, device, report, app.clock.now());
  }
}

async function findDevice(tx: Tx, { siteId, deviceKey }: TakenReport): Promise<Device | undefined> {
  const { rows } = await sql<Device>`
    select d.device_id as "deviceId", d.model, r.registration_id as "registrationId", r.organization_id as "organizationId"
    from v_manufactured_devices d
    left join v_registered_devices r on r.site_id = d.site_id and r.device_id = d.device_id and r.until_at is null
    where d.site_id = ${siteId} and d.device_key = ${deviceKey}`.execute(tx);
  return rows[0];
}

async function takeOne(tx: Tx, site: Site, device: Device, report: TakenReport, now: Date): Promise<void> {
  const { deviceId } = device;
  const answer = answerOf(site, device, report);
  const before = await lockInForce(tx, site.id, deviceId);
  const settled = settle(await pendingOf(tx, site.id, deviceId), answer);
  for (const state of ['applied', 'refused'] as const) {
    const ids = settled.filter((one) => one.state === state).map(({ change }) => change.id);
    await settleChanges(tx, site.id, ids, state, now);
  }
  const events: NewEvent[] = settled.length > 0 ? [answered(device, report, settled)] : [];
  // What was said earlier and comes later says nothing of what is in force now.
  const newer = before.reportedAt === null || report.at >= before.reportedAt;
  if (newer) {
    const values = { ...before.values, ...answer.values };
    await writeInForce(tx, site.id, deviceId, { values, reportedAt: report.at });
    events.push(...(await writeOwnChanges(tx, site, device, changedAtDevice(before.values, answer), now)));
  }
  await writeEvents(tx, { siteId: site.id, actor: { kind: 'system' }, now, requestId: null }, events);
}

/** The report with those values alone that are settings of the model and of their kind. */
function answerOf(site: Site, { model }: Device, { body }: TakenReport): Answer {
  const { version, values, refused } = body as Answer;
  const known: Values = {};
  for (const [code, value] of Object.entries(values)) {
    const setting = findSetting(site, model, code);
    if (setting && fitsKind(setting, value)) known[code] = value;
  }
  return { version, values: known, refused };
}

type Settled = { change: Pending; state: 'applied' | 'refused' };

function answered(device: Device, { body }: TakenReport, settled: readonly Settled[]): NewEvent {
  const of = (state: Settled['state']) =>
    settled.filter((one) => one.state === state).map(({ change }) => change.setting);
  const data = { ...dataOf(device), version: body['version'], applied: of('applied'), refused: of('refused') };
  return { what: 'device-settings.answered', subject: `device/${device.deviceId}`, data };
}

function dataOf({ deviceId, registrationId, organizationId }: Device): Record<string, unknown> {
  return { device: deviceId, registration: registrationId, organization: organizationId };
}

type OwnChange = ReturnType<typeof changedAtDevice>[number];

/** Writes down what somebody did at the device, where it is somebody's. */
async function writeOwnChanges(
  tx: Tx,
  site: Site,
  device: Device,
  changes: readonly OwnChange[],
  now: Date,
): Promise<NewEvent[]> {
  const { deviceId, registrationId, organizationId } = device;
  if (changes.length === 0 || registrationId === null || organizationId === null) return [];
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from device_setting_changes
    where site_id = ${site.id} and registration_id = ${registrationId} and cause = 'device'
      and asked_at > ${new Date(now.getTime() - dayMs)}`.execute(tx);
  const room = Math.max(0, ownChangesPerDayMax - (rows[0]?.count ?? 0));
  const written = changes.slice(0, room);
  if (written.length === 0) return [];
  await insertChanges(
    tx,
    { siteId: site.id, deviceId, registrationId, organizationId, now },
    written.map((change) => ({ ...change, asked: null })),
  );
  const settings = written.map(({ setting }) => setting);
  const data = { ...dataOf(device), settings };
  return [{ what: 'device-settings.changed-at-device', subject: `device/${deviceId}`, data }];
}

export const settingAnswers: ReportTaker = { kinds: ['reported'], take };
