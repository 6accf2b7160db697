import { randomInt } from 'node:crypto';
import type { RegistrationField } from '../../domain/devices/fields.ts';
import { findModel } from '../../domain/devices/options.ts';
import { makeSerial } from '../../domain/identifiers/make-serial.ts';
import { deviceOptions } from '../../domain/site/capabilities.ts';
import { manufacturedImporter } from '../../server/devices/manufactured/importer.ts';
import type { Site } from '../../server/kernel/app.ts';
import { newId } from '../../server/kernel/ids.ts';
import { newColleague, newOrganization, type Colleague } from './organizations.ts';
import type { Answer, Person } from './person.ts';
import type { TestServer } from './server.ts';

/** A serial number as a model's are written, its check digit right; by `pick` (0 … n − 1), at random when left out. */
export function newSerial(site: Site, modelId: string, pick: (choices: number) => number = randomInt): string {
  const model = findModel(deviceOptions(site), modelId);
  if (!model) throw new Error(`no model ${modelId} at ${site.id}`);
  return makeSerial(model.serial, pick);
}

export type Made = { serial: string; model: string; shippedOn: string; claimCode: string };

/** Puts so many devices into a site's factory list. */
export async function giveDevices(
  server: Pick<TestServer, 'app'>,
  count: number,
  {
    site = 'ups',
    model = 'SB1500-R',
    shippedOn = '2026-10-01',
    claimCode = '',
    serials,
  }: { site?: string; model?: string; shippedOn?: string; claimCode?: string; serials?: string[] } = {},
): Promise<string[]> {
  const { app } = server;
  const of = app.sites.get(site);
  if (!of) throw new Error(`no site ${site}`);
  const made = serials ?? Array.from({ length: count }, () => newSerial(of, model));
  const values = made.map((serial) => {
    const read = manufacturedImporter.readRow(of, { model, serial, shippedOn, claimCode, orderNumber: '' }, shippedOn);
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    return read.value;
  });
  const scope = { siteId: site, organizationId: '', userId: '', now: app.clock.now() };
  await app.db.transaction().execute((tx) => manufacturedImporter.store(app, tx, of, scope, newId(), values));
  return made;
}

/** A request to register a device. */
export function wishFor(
  serial: string,
  values: Partial<Record<RegistrationField, string>> = {},
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return { serial, values, ...more };
}

/** Somebody who belongs to an organization, as tests know them. */
export type Registrant = Person & { path: string };

export function register(
  who: Registrant,
  serial: string,
  values: Partial<Record<RegistrationField, string>> = {},
  more: Record<string, unknown> = {},
): Promise<Answer> {
  return who.create(`${who.path}/devices`, wishFor(serial, values, more));
}

/** A site's customer with its owner, logged in. */
export async function newCustomer(
  server: Pick<TestServer, 'app' | 'url'>,
  name = '見本工業',
  siteId = 'ups',
): Promise<Colleague> {
  return newColleague(server, await newOrganization(server, 'customer', name, siteId), 'owner', { siteId });
}

/** An owner of the maker, logged in. */
export async function newMaker(server: Pick<TestServer, 'app' | 'url'>, siteId = 'ups'): Promise<Colleague> {
  return newColleague(server, await newOrganization(server, 'maker', '', siteId), 'owner', { siteId });
}

/** What is wrong with a request, as "pointer code". */
export function faultsOf({ body }: Answer): string[] {
  const errors = (body.errors ?? []) as { pointer: string; code: string }[];
  return errors.map(({ pointer, code }) => `${pointer} ${code}`);
}

/** Everything that can be said of a device, with what is normalised in it. */
export const everyValue = {
  purchasedOn: '2026-10-15',
  postalCode: '〒１００ー０００１',
  prefecture: '東京都',
  city: '千代田区',
  street: '千代田1-1',
  building: '見本ビル 2階',
  company: '見本工業株式会社',
  name: '見本 次郎',
  kana: 'ﾐﾎﾝ じろう',
  department: '設備課',
  remarks: 'サーバー室',
};
