import pg from 'pg';
import type { App } from '../../server/kernel/app.ts';
import { findRunningDatabase } from '../../server/kernel/embedded-postgres/borrow.ts';
import { insideId } from '../../server/kernel/ids.ts';
import { giveManyDevices } from '../../tools/test/many-devices.ts';
import { newColleague, newOrganization, type Colleague } from '../../tools/test/organizations.ts';

export const siteId = 'ups';
export const deviceCount = 1_000_000;
const from = new Date('2025-01-01T00:00:00Z');
const everyMs = 30_000;

/** Somebody of an organization with a million devices, at a server that runs on this data folder. */
export async function ownerOfMany(
  app: App,
  folder: string,
  url: string,
  say: (line: string) => void,
): Promise<Colleague> {
  const organization = await newOrganization({ app }, 'customer', '見本工業', siteId);
  const owner = await newColleague({ app, url }, organization, 'owner', { siteId });
  const organizationId = insideId(organization);
  const client = new pg.Client({ connectionString: findRunningDatabase(folder)?.ownerUrl });
  await client.connect();
  try {
    await withoutIndexes(client, () =>
      giveManyDevices(app, { site: siteId, organizationId, count: deviceCount, from, everyMs }),
    );
    // What the database does by itself after a while, so that both sides have its best plan.
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
  say(`${deviceCount.toLocaleString('en')} devices of one organization are there`);
  return owner;
}

/** Indexes that no key needs are made after the rows are there: a fifth of the time. Only the owner of the tables may. */
async function withoutIndexes(client: pg.Client, fill: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = any(array['manufactured_devices', 'device_registrations']::regclass[]) and not indisunique`,
  );
  if (rows.length === 0) throw new Error('there are no indexes');
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await fill();
  for (const { definition } of rows) await client.query(definition);
}
