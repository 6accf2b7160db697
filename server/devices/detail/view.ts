import { warrantyState } from '../../../domain/devices/warranty.ts';
import { civilDay } from '../../../domain/site/civil-day.ts';
import { deviceOptions } from '../../../domain/site/capabilities.ts';
import { findModel } from '../../../domain/devices/options.ts';
import { reachableDevice } from '../../kernel/access.ts';
import type { Site } from '../../kernel/app.ts';
import { builtOnce } from '../../kernel/built-once.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { outsideId } from '../../kernel/ids.ts';
import type { Scope, Session } from '../../kernel/session.ts';
import { isMemberNow } from '../club/store.ts';
import { columnsAt, presentListed, type Contributions } from '../contribution.ts';
import { joinedShown, joinedValues, presentJoined } from '../list/joined.ts';
import { findRelatives, valuesOf, versionOfDevice, type RegistrationRow, type Relative } from './find.ts';
import type { DeviceDetail } from './schemas.ts';

export type Viewer = { db: Database | Tx; site: Site; scope: Scope; session: Session; contributions: Contributions };

type Place = Pick<Scope, 'siteId' | 'organizationId' | 'now'> & { id: string; deviceId: string; owner: string };

/** What stands around a registration: its owner's name, the making of the device, and whether the caller may set it. */
const findAround = builtOnce(
  ['siteId', 'organizationId', 'now', 'id', 'deviceId', 'owner'],
  (db, { id, deviceId, owner, ...scope }: Place) =>
    db
      .selectFrom('organizations as o')
      .innerJoin('manufactured_devices as d', (join) => join.onRef('d.site_id', '=', 'o.site_id'))
      .select(['o.name', 'd.shipped_on as shippedOn', isMemberNow().as('isMember')])
      .innerJoin('device_registrations as r', (join) => join.onRef('r.site_id', '=', 'o.site_id'))
      .select(
        reachableDevice(scope, 'configure', { organization: 'r.organization_id', registration: 'r.id' }).as(
          'mayConfigure',
        ),
      )
      .where('o.site_id', '=', scope.siteId)
      .where('o.id', '=', owner)
      .where('d.device_id', '=', deviceId)
      .where('r.id', '=', id),
);

/** A device with all that is known of it, and its version for edits (U-05, U-06). */
export async function viewDevice(
  viewer: Viewer,
  row: RegistrationRow,
): Promise<{ body: DeviceDetail; version: string }> {
  const { db, site, scope, session, contributions } = viewer;
  const { parent, below } = await findRelatives(db, scope, row);
  const { siteId, organizationId, now } = scope;
  const registration = { id: row.id, deviceId: row.device_id, owner: row.organization_id };
  const [around] = await findAround(db, { siteId, organizationId, now, ...registration });
  if (!around) throw new Error('a registered device that was never made');
  const inUse = row.ended_on === null;
  const joined = joinedShown(site, contributions, session.organizationKind);
  const found = await joinedValues(db, scope, joined, [row.id]);
  const body: DeviceDetail = {
    id: outsideId('device', row.device_id),
    registration: outsideId('registration', row.id),
    organization: { id: outsideId('organization', row.organization_id), name: around.name },
    serial: row.serial,
    model: row.model,
    type: row.type,
    shippedOn: around.shippedOn,
    registeredAt: row.from_at.toISOString(),
    endedOn: row.ended_on,
    warrantyUntil: row.warranty_until,
    warranty: warrantyState(row.warranty_until, civilDay(scope.now, site.timeZone)),
    warrantyMonths: findModel(deviceOptions(site), row.model)?.warrantyMonths ?? null,
    lengthened: row.lengthened_at !== null,
    club: inUse && around.isMember,
    values: valuesOf(row),
    registeredTo: parent && presentRelative(parent),
    attached: below.map(presentRelative),
    contributed: {
      ...presentListed(columnsAt(site, contributions), row.listed),
      ...presentJoined(joined, found.get(row.id)),
    },
    mayChange: session.permissions.has('devices:change') && around.mayConfigure === true,
  };
  return { body, version: versionOfDevice(row, parent) };
}

function presentRelative({ deviceId, serial, model, type }: Relative) {
  return { id: outsideId('device', deviceId), serial, model, type };
}
