import { sql } from 'kysely';
import { findModel } from '../../domain/devices/options.ts';
import { placeFlows, sourcesOf, type FlowPlaces, type FlowSource } from '../../domain/power-flow/places.ts';
import { deviceOptions, powerFlowOptions } from '../../domain/site/capabilities.ts';
import { reachableDevice } from '../kernel/access.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { insideId, outsideIdPattern } from '../kernel/ids.ts';
import type { Scope } from '../kernel/session.ts';

/** Where the flows of a model stand in its readings. */
export type ModelFlows = { places: FlowPlaces; sources: readonly (FlowSource | null)[] };

/** One owner's span of a device that measures flows. */
export type FlowDevice = ModelFlows & {
  siteId: string;
  deviceId: string;
  deviceKey: number;
  registrationId: string;
  /** Days are cut in the zone of the installation (P-34). */
  timeZone: string;
  from: Date;
  until: Date | null;
};

const bySite = new WeakMap<Site, Map<string, ModelFlows>>();

/** The flows of every model of a site. */
export function flowsOfModels(site: Site): ReadonlyMap<string, ModelFlows> {
  const known = bySite.get(site);
  if (known) return known;
  const made = new Map<string, ModelFlows>();
  for (const named of powerFlowOptions(site).models) {
    const model = findModel(deviceOptions(site), named.model);
    if (!model) continue;
    const { places } = placeFlows(model, named);
    made.set(named.model, { places, sources: sourcesOf(places) });
  }
  bySite.set(site, made);
  return made;
}

type Found = {
  deviceId: string;
  deviceKey: number;
  registrationId: string;
  model: string;
  timeZone: string;
  from: Date;
  until: Date | null;
};

const found = sql`device_id as "deviceId", device_key as "deviceKey", registration_id as "registrationId", model,
  time_zone as "timeZone", from_at as "from", until_at as until`;

function withFlows(site: Site, rows: readonly Found[]): FlowDevice[] {
  return rows.flatMap(({ model, timeZone, ...row }) => {
    const flows = flowsOfModels(site).get(model);
    return flows ? [{ ...row, ...flows, siteId: site.id, timeZone: timeZone || site.timeZone }] : [];
  });
}

/** The newest span of a device that the caller may read; null where there is none, and for models without flows. */
export async function findFlowDevice(
  { db }: Pick<App, 'db'>,
  site: Site,
  scope: Scope,
  device: string,
): Promise<FlowDevice | null> {
  if (!outsideIdPattern('device').test(device)) return null;
  const place = { organization: 'v.organization_id', registration: 'v.registration_id' } as const;
  const { rows } = await sql<Found>`
    select ${found} from v_registered_devices v
    where v.site_id = ${scope.siteId} and v.device_id = ${insideId(device)} and ${reachableDevice(scope, 'read', place)}
    order by from_at desc limit 1`.execute(db);
  return withFlows(site, rows)[0] ?? null;
}

/** Every owner's span of a device in some time. */
export async function spansOf(
  tx: Tx | Database,
  site: Site,
  deviceKey: number,
  { from, until }: { from: Date; until: Date },
): Promise<FlowDevice[]> {
  const { rows } = await sql<Found>`
    select ${found} from v_registered_devices v
    where v.site_id = ${site.id} and v.device_key = ${deviceKey} and v.from_at < ${until}
      and (v.until_at is null or v.until_at > ${from})`.execute(tx);
  return withFlows(site, rows);
}
