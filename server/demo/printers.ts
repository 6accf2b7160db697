import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RegistrationField } from '../../domain/devices/fields.ts';
import type { DeviceModel } from '../../domain/devices/options.ts';
import { makeSerial } from '../../domain/identifiers/make-serial.ts';
import { deviceOptions, licenceOptions } from '../../domain/site/capabilities.ts';
import { createGroup } from '../counters/groups/change.ts';
import type { Contributions } from '../devices/contribution.ts';
import type { App, Site } from '../kernel/app.ts';
import { daysMs } from '../kernel/clock.ts';
import { writeEvents } from '../kernel/events.ts';
import { isProblem } from '../kernel/http/problem.ts';
import { outsideId } from '../kernel/ids.ts';
import { factorySecretOf } from '../readings/masters.ts';
import { isRegistered, manufacture, picker } from './devices.ts';
import type { DemoLogins } from './logins.ts';
import { liveThrough, printerSeed, storeHistory } from './printer-history.ts';
import { ownerScope, registerOnce } from './register-once.ts';

/** What a printer of the demo does, for whoever runs it. */
export type DemoPrinter = {
  factory: { site: string; model: string; serial: string; secret: string };
  /** `faulty` reports a fault, `silent` falls silent once it has delivered what it counted, `board` had its board changed; `unused` never reports. */
  course: 'usual' | 'faulty' | 'silent' | 'board' | 'unused';
};
export type DemoPrinters = {
  printers: DemoPrinter[];
  models: ReadonlyMap<string, DeviceModel>;
  /** What runs them finds here what each stood at some days ago, and delivers what it counted since. */
  statesFile: string;
  /** Where they keep what they count. */
  memoryFile: string;
  /** With what their made-up offices begin. */
  seed: string;
};

/** Such a device is registered only once its owner has a licence for it. */
function takesLicence(site: Site, model: string): boolean {
  return 'licences' in site.capabilities && licenceOptions(site).types.some(({ models }) => models.includes(model));
}

/** Where devices of no kind known here count, each kind has some: one of them has a fault. */
function plansFor(models: readonly DeviceModel[]): readonly Planned[] {
  const types = [...new Map(models.map((model) => [model.type, model])).values()];
  if (plansByKind.some(({ type }) => types.some((one) => one.type === type))) return plansByKind;
  const courses = ['usual', 'faulty', 'usual'] as const;
  return types.flatMap(({ type, name }) =>
    courses.map((course, at) => ({
      owner: 'customer' as const,
      type,
      course,
      group: '本社',
      values: placed(`${name.ja} ${at + 1}`, '本社', `${at + 1}階`),
    })),
  );
}

type Planned = Pick<DemoPrinter, 'course'> & {
  owner: 'customer' | 'sakura';
  type: string;
  group: string | null;
  values: Partial<Record<RegistrationField, string>>;
};

const registeredDaysAgo = 201;
const historyDaysAgo = 200;
/** Later than this they deliver themselves. */
const deliveredDays = 10;

/** Their addresses are those that are kept for examples. */
const placed = (installation: string, building: string, remarks: string, number?: number) => ({
  installation,
  building,
  remarks,
  ...(number && {
    mac: `02:00:5E:10:00:0${number}`,
    host: `192.0.2.1${number}`,
    webPage: `http://192.0.2.1${number}/`,
  }),
});

/** The printers of the demo by kind: plainly made up. */
const plansByKind: readonly Planned[] = [
  {
    owner: 'customer',
    type: 'mfp-colour',
    course: 'usual',
    group: '営業部',
    values: placed('複合機 1', '本社', '1階 受付', 1),
  },
  {
    owner: 'customer',
    type: 'mfp-colour',
    course: 'board',
    group: '営業部',
    values: placed('複合機 2', '本社', '2階 営業室', 2),
  },
  {
    owner: 'customer',
    type: 'mfp-mono',
    course: 'faulty',
    group: '製造部',
    values: placed('複合機 3', '第1工場', '事務所', 3),
  },
  {
    owner: 'customer',
    type: 'printer-colour',
    course: 'usual',
    group: '総務部',
    values: placed('プリンター 1', '本社', '3階 総務室'),
  },
  {
    owner: 'customer',
    type: 'printer-mono',
    course: 'silent',
    group: null,
    values: placed('プリンター 2', '第1工場', '出荷場'),
  },
  {
    owner: 'customer',
    type: 'large-format',
    course: 'usual',
    group: '製造部',
    values: placed('大判 1', '第1工場', '設計室', 4),
  },
  { owner: 'customer', type: 'mfp-colour', course: 'unused', group: null, values: placed('複合機 4', '新館', '1階') },
  { owner: 'sakura', type: 'mfp-colour', course: 'usual', group: '店舗', values: placed('複合機', '本店', '事務室') },
  {
    owner: 'sakura',
    type: 'printer-mono',
    course: 'usual',
    group: '店舗',
    values: placed('プリンター', '支店', '受付'),
  },
];

/**
 * Printers of two companies with months of history and groups: one with a fault, one that falls silent, one that nobody has heard from, one
 * whose board was changed. Made once per database; gives what runs them.
 */
export async function makePrinters(
  app: App,
  site: Site,
  { seed, made }: DemoLogins,
  contributions: Contributions,
  folder: string,
): Promise<DemoPrinters | null> {
  const models = deviceOptions(site).models.filter(
    ({ id, counters }) => counters.length > 0 && !takesLicence(site, id),
  );
  if (models.length === 0 || !made.customer) return null;
  await mkdir(folder, { recursive: true });
  const home = { kind: 'customer', name: '見本さくら商店', parentId: null } as const;
  const sakura = { loginId: 'sakura001', name: '見本 七海', role: 'owner', home } as const;
  const owners = { customer: made.customer, sakura: await seed('customer 見本さくら商店', 'customer', sakura) };
  const found = plansFor(models).flatMap((plan, index) => {
    const model = models.find(({ type }) => type === plan.type);
    if (!model) return [];
    const serial = makeSerial(model.serial, picker(`demo/${site.id}/printers/${index}`));
    return [{ ...plan, model, serial, claimCode: model.claimCode ? `MIHON-${3001 + index}` : '' }];
  });
  const statesFile = join(folder, `${site.id}-printers-before.json`);
  const fresh = [];
  for (const one of found) if (!(await isRegistered(app, site, one))) fresh.push(one);
  const lived = fresh
    .filter(({ course }) => course !== 'unused')
    .map((one) => ({ ...one, ...liveThrough(one, spanOf(app)) }));
  const memoryFile = join(folder, `${site.id}-printers.json`);
  if (lived.length > 0) await rm(memoryFile, { force: true });
  // Before anybody can know of the printers: one that is registered has a past to go on from.
  if (lived.length > 0 || !existsSync(statesFile))
    await writeFile(statesFile, JSON.stringify(Object.fromEntries(lived.map(({ serial, state }) => [serial, state]))), {
      mode: 0o600,
    });
  for (const one of fresh) {
    await manufacture(app, site, [{ serial: one.serial, model: one.model.id, claimCode: one.claimCode }]);
    await registerOnce(
      app,
      site,
      contributions,
      { organizationId: owners[one.owner], daysAgo: registeredDaysAgo },
      one,
    );
  }
  await storeHistory(app, site, lived);
  for (const owner of ['customer', 'sakura'] as const)
    await groupOnce(
      app,
      site,
      owners[owner],
      found.filter((one) => one.owner === owner),
    );
  const printers: DemoPrinter[] = [];
  for (const { model, serial, course } of found) {
    const secret = Buffer.from(await factorySecretOf(app, site, { model: model.id, serial })).toString('hex');
    printers.push({ factory: { site: site.id, model: model.id, serial, secret }, course });
  }
  return {
    printers,
    models: new Map(models.map((model) => [model.id, model])),
    statesFile,
    memoryFile,
    seed: printerSeed,
  };
}

function spanOf({ clock }: App): { fromMs: number; untilMs: number } {
  const nowMs = clock.now().getTime();
  return { fromMs: nowMs - historyDaysAgo * daysMs, untilMs: nowMs - deliveredDays * daysMs };
}

type Grouped = { serial: string; group: string | null };

/** The groups of a company, where it has none yet. */
async function groupOnce(app: App, site: Site, organizationId: string, printers: readonly Grouped[]): Promise<void> {
  const scope = await ownerScope(app, site, { organizationId, daysAgo: registeredDaysAgo });
  const { rows } = await app.pool.query<{ there: boolean }>(
    'select exists (select from device_groups where site_id = $1 and organization_id = $2) as there',
    [site.id, organizationId],
  );
  if (rows[0]?.there) return;
  const byGroup = Map.groupBy(
    printers.filter(({ group }) => group !== null),
    ({ group }) => group ?? '',
  );
  for (const [name, own] of byGroup)
    await app.db.transaction().execute(async (tx) => {
      const ids = await tx
        .selectFrom('manufactured_devices')
        .select('device_id')
        .where('site_id', '=', site.id)
        .where(
          'serial',
          'in',
          own.map(({ serial }) => serial),
        )
        .execute();
      const devices = ids.map((one) => outsideId('device', one.device_id));
      const { reply, events } = await createGroup(tx, scope, { name, devices });
      if (isProblem(reply)) throw new Error(`the demo group ${name} was not made: ${reply.code}`);
      const actor = { kind: 'user', id: scope.userId, organizationId } as const;
      await writeEvents(tx, { siteId: site.id, actor, now: scope.now, requestId: null }, events ?? []);
    });
}
