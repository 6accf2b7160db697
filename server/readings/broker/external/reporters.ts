import { sql } from 'kysely';
import type { App } from '../../../kernel/app.ts';
import { insideId, outsideId, outsideIdPattern } from '../../../kernel/ids.ts';
import { metricsOf, type Reporter } from '../../reporter.ts';

/** What is remembered of each is a few hundred bytes; above, all is asked anew. */
const rememberedMax = 200_000;
const askedMax = 1_000;
const namePattern = outsideIdPattern('device');

export type Reporters = {
  /** Who a device is, by the site and name in its topic; undefined when there is none like it. */
  find(siteId: string, device: string): Promise<Reporter | undefined>;
  /** The same by its inside ID, of those that were looked for before. */
  known(deviceId: string): Reporter | undefined;
  /** The inside IDs of all that are remembered. */
  all(): Iterable<string>;
  /** Looks for these, so that `known` knows them. */
  look(deviceIds: readonly string[]): Promise<void>;
};

type Row = { siteId: string; deviceId: string; deviceKey: number; model: string };

/** Remembers devices by ID. What would change whose messages are taken is asked in the transaction that stores them, not here. */
export function makeReporters({ db, sites }: Pick<App, 'db' | 'sites'>): Reporters {
  const known = new Map<string, Reporter>();
  let asking: { ids: Set<string>; done: Promise<void> } | null = null;

  const ask = async (ids: readonly string[]) => {
    const { rows } = await sql<Row>`
      select site_id as "siteId", device_id::text as "deviceId", device_key as "deviceKey", model
      from v_manufactured_devices where device_id = any(${[...ids]}::uuid[])`.execute(db);
    if (known.size + rows.length > rememberedMax) known.clear();
    for (const { siteId, deviceId, deviceKey, model } of rows) {
      const site = sites.get(siteId);
      if (!site || !('readings' in site.capabilities)) continue;
      const device = outsideId('device', deviceId);
      known.set(deviceId, { site, credentialId: null, deviceId, deviceKey, device, table: metricsOf(site, model) });
    }
  };
  /** Who is asked for within the same turn is asked for together. */
  const askSoon = (id: string): Promise<void> => {
    if (!asking || asking.ids.size >= askedMax) {
      const ids = new Set<string>();
      const done = new Promise<void>((resolve) => void setImmediate(resolve)).then(() => {
        if (asking?.ids === ids) asking = null;
        return ask([...ids]);
      });
      asking = { ids, done };
    }
    asking.ids.add(id);
    return asking.done;
  };
  return {
    known: (deviceId) => known.get(deviceId),
    all: () => known.keys(),
    look: async (deviceIds) => {
      const missing = deviceIds.filter((id) => !known.has(id));
      if (missing.length > 0) await ask(missing);
    },
    find: async (siteId, device) => {
      if (!namePattern.test(device)) return undefined;
      const deviceId = insideId(device);
      if (!known.has(deviceId)) await askSoon(deviceId);
      const found = known.get(deviceId);
      return found?.site.id === siteId ? found : undefined;
    },
  };
}
