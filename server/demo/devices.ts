import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RegistrationField } from '../../domain/devices/fields.ts';
import type { DeviceModel } from '../../domain/devices/options.ts';
import { makeSerial } from '../../domain/identifiers/make-serial.ts';
import { civilDay } from '../../domain/site/civil-day.ts';
import { deviceOptions } from '../../domain/site/capabilities.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import type { Contributions } from '../devices/contribution.ts';
import { manufacturedImporter } from '../devices/manufactured/importer.ts';
import { registerDevice } from '../devices/registration/register.ts';
import type { App, Site } from '../kernel/app.ts';
import { after, daysMs } from '../kernel/clock.ts';
import { writeEvents } from '../kernel/events.ts';
import { isProblem } from '../kernel/http/problem.ts';
import { newId } from '../kernel/ids.ts';
import { fittingAt } from './fitting.ts';

export type DemoDevice = { serial: string; model: string; claimCode: string; registered: boolean };

const perModel = 4;
const registeredPerModel = 2;
const shippedDaysAgo = 240;
const daysApart = 7;

const places: Partial<Record<RegistrationField, string>>[] = [
  {
    postalCode: '100-0001',
    prefecture: '東京都',
    city: '千代田区',
    street: '千代田1-1',
    building: '見本ビル 2階 サーバー室',
  },
  { postalCode: '530-0001', prefecture: '大阪府', city: '大阪市北区', street: '梅田1-1', building: '見本支店 機械室' },
  {
    postalCode: '060-0001',
    prefecture: '北海道',
    city: '札幌市中央区',
    street: '北一条西1-1',
    building: '見本倉庫 事務所',
  },
];
const user = { company: '見本工業株式会社', name: '見本 次郎', kana: 'ミホン ジロウ', department: '設備課' };

/** The same made-up units at every start: public, and worth nothing outside the demo. */
function devicesOf(site: Site, list: 'seeded' | 'to-import'): DemoDevice[] {
  return deviceOptions(site).models.flatMap((model) =>
    Array.from({ length: perModel }, (_, index) => ({
      serial: makeSerial(model.serial, picker(`demo/${site.id}/${list}/${model.id}/${index}`)),
      model: model.id,
      claimCode: model.claimCode ? `MIHON-${1001 + index}` : '',
      registered: list === 'seeded' && index < registeredPerModel && !model.claimCode,
    })),
  );
}

/** Numbers out of a text, the same each time. */
export function picker(seed: string): (choices: number) => number {
  let taken = 0;
  return (choices) => {
    taken += 1;
    return createHash('sha256').update(`${seed}/${taken}`).digest().readUInt32BE() % choices;
  };
}

function cellsOf(
  site: Site,
  now: Date,
  { serial, model, claimCode }: Omit<DemoDevice, 'registered'>,
  daysAgo = shippedDaysAgo,
): Record<string, string> {
  const shippedOn = civilDay(after(now, -daysAgo * daysMs), site.timeZone);
  return { serial, model, claimCode, shippedOn, orderNumber: 'MIHON-0001' };
}

/** The factory's list of the demo; gives what is in it. */
export async function makeDevices(app: App, site: Site): Promise<DemoDevice[]> {
  const made = devicesOf(site, 'seeded');
  await manufacture(app, site, made);
  return made;
}

/** Puts devices into the factory's list, where they are not in it yet. */
export async function manufacture(
  app: App,
  site: Site,
  made: readonly Omit<DemoDevice, 'registered'>[],
  daysAgo = shippedDaysAgo,
): Promise<void> {
  const now = after(app.clock.now(), -daysAgo * daysMs);
  const values = made.map((one) => {
    const cells = cellsOf(site, app.clock.now(), one, daysAgo);
    const read = manufacturedImporter.readRow(site, cells, civilDay(now, site.timeZone));
    if (!read.ok) throw new Error(`a demo device does not fit the data of ${site.id}`);
    return read.value;
  });
  await app.db.transaction().execute(async (tx) => {
    const scope = { siteId: site.id, organizationId: '', userId: '', now };
    const { stored, events } = await manufacturedImporter.store(app, tx, site, scope, newId(), values);
    const cause = { siteId: site.id, actor: { kind: 'command' }, now, requestId: null } as const;
    if (stored > 0) await writeEvents(tx, cause, events);
  });
}

/** Some of them as the demo's company registered them in the weeks before, so that the list holds something. */
export async function registerSome(
  app: App,
  site: Site,
  contributions: Contributions,
  loginId: string,
  made: readonly DemoDevice[],
): Promise<void> {
  const person = await app.db
    .selectFrom('users')
    .select(['id', 'organization_id'])
    .where('site_id', '=', site.id)
    .where('login_id', '=', loginId)
    .executeTakeFirstOrThrow();
  const wanted = made.filter(({ registered }) => registered);
  const { models } = deviceOptions(site);
  for (const [index, device] of wanted.entries()) {
    if (await isRegistered(app, site, device)) continue;
    const now = after(app.clock.now(), -(wanted.length - index) * daysApart * daysMs);
    const scope = { siteId: site.id, organizationId: person.organization_id, userId: person.id, now };
    const known = { purchasedOn: civilDay(now, site.timeZone), ...places[index % places.length], ...user };
    const values = fittingAt(site, known);
    const registeredTo = parentFor(models, device, wanted.slice(0, index));
    await app.db.transaction().execute(async (tx) => {
      const asked = { app, tx, site, scope, address: null, contributions };
      const { reply, events } = await registerDevice(asked, { serial: device.serial, registeredTo, values });
      if (isProblem(reply)) throw new Error(`the demo device ${device.serial} was not registered: ${reply.code}`);
      const actor = { kind: 'user', id: scope.userId, organizationId: scope.organizationId } as const;
      await writeEvents(tx, { siteId: site.id, actor, now, requestId: null }, events ?? []);
    });
  }
}

/** The first device before it to which one of this model may be registered. */
function parentFor(models: readonly DeviceModel[], device: DemoDevice, before: readonly DemoDevice[]): string {
  const typesFor = models.find(({ id }) => id === device.model)?.registeredTo ?? [];
  const isFit = (one: DemoDevice) => typesFor.includes(models.find(({ id }) => id === one.model)?.type ?? '');
  return before.find(isFit)?.serial ?? '';
}

export async function isRegistered(app: App, site: Site, { serial }: Pick<DemoDevice, 'serial'>): Promise<boolean> {
  const row = await app.db
    .selectFrom('device_registrations')
    .select('id')
    .where('site_id', '=', site.id)
    .where('serial', '=', serial)
    .executeTakeFirst();
  return row !== undefined;
}

/** A file to try the import with, as a spreadsheet program writes it. */
export async function writeDeviceFile(app: App, site: Site, folder: string): Promise<string> {
  const say = translatorFor('en', 'headings');
  const keys = manufacturedImporter.columns.map((column) => column.key);
  const head = keys.map((key) => say(`manufactured-devices.${key}`)).join(',');
  const rows = devicesOf(site, 'to-import').map((device) => {
    const cells = cellsOf(site, app.clock.now(), device);
    return keys.map((key) => cells[key] ?? '').join(',');
  });
  const path = join(folder, `${site.id}-manufactured-devices.csv`);
  await mkdir(folder, { recursive: true });
  await writeFile(path, `\uFEFF${[head, ...rows].join('\r\n')}\r\n`);
  return path;
}
