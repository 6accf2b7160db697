import { join } from 'node:path';
import { sql } from 'kysely';
import { deviceOptions, licenceOptions } from '../../domain/site/capabilities.ts';
import type { App, Site } from '../kernel/app.ts';
import { factorySecretOf } from '../readings/masters.ts';

const runMax = 60;

/** Devices of the demo that ask what they may do, registered or not, for whoever runs them. */
export type DemoCameras = {
  factories: { site: string; model: string; serial: string; secret: string }[];
  /** Where they keep what they were told. */
  memoryFile: string;
  site: Site;
};

/** Every device of a model that takes licences, and those with which they are used: whoever registers one sees it do what it may (L-08). */
export async function makeCameras(app: App, site: Site, folder: string): Promise<DemoCameras> {
  const { models } = deviceOptions(site);
  const taking = new Set(licenceOptions(site).types.flatMap((type) => type.models));
  const parents = new Set(models.flatMap(({ registeredTo }) => registeredTo ?? []));
  const run = models.filter(({ id, type }) => taking.has(id) || parents.has(type)).map(({ id }) => id);
  const { rows } = await sql<{ model: string; serial: string }>`
    select model, serial from v_manufactured_devices
    where site_id = ${site.id} and model = any(${run}::text[]) and locked_at is null
    order by serial limit ${runMax}`.execute(app.db);
  const factories: DemoCameras['factories'] = [];
  for (const { model, serial } of rows) {
    const secret = await factorySecretOf(app, site, { model, serial });
    factories.push({ site: site.id, model, serial, secret: Buffer.from(secret).toString('hex') });
  }
  return { factories, memoryFile: join(folder, `${site.id}-cameras.json`), site };
}
