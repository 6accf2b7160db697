import type { RawBuilder } from 'kysely';
import type { OrganizationKind } from '../../../domain/accounts/permissions.ts';
import { warrantyState } from '../../../domain/devices/warranty.ts';
import { civilDay } from '../../../domain/site/civil-day.ts';
import { deviceOptions } from '../../../domain/site/capabilities.ts';
import { findReach } from '../../kernel/access.ts';
import type { App, Site } from '../../kernel/app.ts';
import { countUpTo, offsetOf } from '../../kernel/http/list.ts';
import { outsideId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';
import { columnsAt, presentListed, type Contributions, type DeviceColumn } from '../contribution.ts';
import { joinedFor, joinedShown, joinedValues, presentJoined } from './joined.ts';
import type { DeviceFilter } from './query.ts';
import { besideFor, deviceRows, findCommon, matchingDevices, orderOf, type DeviceRow } from './rows.ts';
import type { DeviceItem, DeviceList } from './schemas.ts';

/** So many hits of a search are put in order one by one rather than looked for along an index. */
const gatheredMax = 10_000;

/** From so many rows on. */
const farDownFrom = 1_000;

type Wish = {
  filter: DeviceFilter;
  sort: string | undefined;
  page: number;
  pageSize: number;
  kind: OrganizationKind;
};

/** A page of the devices that the caller may read (U-05), in the order asked for or else in that of the site's data. */
export async function listDevices(
  app: App,
  site: Site,
  scope: Scope,
  contributions: Contributions,
  { filter, sort: wished, page, pageSize, kind }: Wish,
): Promise<DeviceList> {
  const columns = columnsAt(site, contributions);
  const sortable = { columns, joined: joinedFor(site, contributions, kind) };
  const sort = wished ?? deviceOptions(site).list.sort;
  const beside = besideFor(sort, sortable);
  const reached = { site, scope, reach: await findReach(app.db, scope, filter.organizationId) };
  const place = { ...reached, common: await findCommon(app.db, reached, filter) };
  const totals = await countUpTo(app.db, matchingDevices(app.db, place, filter));
  if (totals.total === 0) return { items: [], ...totals, page, pageSize };
  // How many devices have a word in them the database guesses badly; by now it is known.
  const isRare =
    totals.total <= gatheredMax && [filter.serial, filter.company, filter.remarks].some((text) => text !== '');
  const order = orderOf(sort, sortable, isRare || place.reach.spans, kind === 'customer');
  const offset = offsetOf({ page, pageSize });
  const all = deviceRows(app.db, place, filter, order, beside);
  // Far down, the rows before are counted off in the index alone, and only those of the page are read.
  const shown = matchingDevices(app.db, place, filter, beside)
    .select('r.device_id')
    .orderBy(order as RawBuilder<string>)
    .limit(pageSize)
    .offset(offset);
  const rows = await (
    offset > farDownFrom ? all.where('r.device_id', 'in', shown) : all.limit(pageSize).offset(offset)
  ).execute();
  const today = civilDay(scope.now, site.timeZone);
  const joined = joinedShown(site, contributions, kind);
  const ids = rows.map(({ registrationId }) => registrationId);
  const found = await joinedValues(app.db, scope, joined, ids);
  const items = rows.map((row) => {
    const item = presentDevice(row, columns, today);
    return { ...item, contributed: { ...item.contributed, ...presentJoined(joined, found.get(row.registrationId)) } };
  });
  return { items, ...totals, page, pageSize };
}

/** An address in one line, as it is written in Japan: from the large to the small. */
export function addressOf({ prefecture, city, street, building }: AddressParts): string {
  return `${prefecture}${city}${street}${building === '' ? '' : ` ${building}`}`.trim();
}
type AddressParts = Pick<DeviceRow, 'prefecture' | 'city' | 'street' | 'building'>;

/** A device as lists show it. */
export function presentDevice(row: DeviceRow, columns: readonly DeviceColumn[], today: string): DeviceItem {
  return {
    id: outsideId('device', row.deviceId),
    registration: outsideId('registration', row.registrationId),
    organization: { id: outsideId('organization', row.organizationId), name: row.organization },
    serial: row.serial,
    model: row.model,
    type: row.type,
    purchasedOn: row.purchasedOn,
    warrantyUntil: row.warrantyUntil,
    warranty: warrantyState(row.warrantyUntil, today),
    lengthened: row.lengthenedAt !== null,
    endedOn: row.endedOn,
    installation: row.installation,
    address: addressOf(row),
    building: row.building,
    webPage: row.webPage,
    company: row.company,
    remarks: row.remarks,
    registeredAt: new Date(row.registeredAtMs).toISOString(),
    contributed: presentListed(columns, row.listed),
  };
}
