import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Localised } from '../../domain/site/languages.ts';
import type { RegistrationField } from '../../domain/devices/fields.ts';
import { makeSerial } from '../../domain/identifiers/make-serial.ts';
import { deviceOptions } from '../../domain/site/capabilities.ts';
import type { Contributions } from '../devices/contribution.ts';
import { storeLink } from '../maintenance-links/begin.ts';
import type { App, Site } from '../kernel/app.ts';
import { writeEvents } from '../kernel/events.ts';
import { factorySecretOf } from '../readings/masters.ts';
import { manufacture, picker } from './devices.ts';
import type { DemoLogins } from './logins.ts';
import { ownerScope, registerOnce } from './register-once.ts';

/** What a gateway of the demo does, for whoever runs it. */
export type DemoGateway = {
  factory: { site: string; model: string; serial: string; secret: string };
  /** What its model measures. */
  metrics: string[];
  /** What it may report as wrong, to be chosen on the simulator's pages. */
  faults: { code: string; name: Localised }[];
  /** `faulty` reports a fault, `silent` falls silent once it has delivered what it measured; `unused` never reports. */
  course: 'usual' | 'faulty' | 'silent' | 'unused';
};
export type DemoGateways = {
  gateways: DemoGateway[];
  /** How the paths begin under which those of a model keep what their meters count. */
  stateFilesBegin: string;
  /** So long they have measured already when the demo first starts; they deliver it at once. */
  measuredDays: number;
};

type Owner = 'dealer' | 'customer' | 'midori' | 'kaoru';
type Planned = Pick<DemoGateway, 'course'> & {
  owner: Owner;
  claimCode: string;
  values: Partial<Record<RegistrationField, string>>;
};

const measuredDays = 3;
const registeredDaysAgo = 21;
const ownerOf = (organizationId: string) => ({ organizationId, daysAgo: registeredDaysAgo });

/** The houses of the demo: plainly made up, like the people in them. */
const plans: readonly Planned[] = [
  {
    owner: 'customer',
    course: 'usual',
    claimCode: 'MIHON-2001',
    values: { installation: '見本邸', prefecture: '東京都', city: '千代田区', street: '千代田1-1' },
  },
  {
    owner: 'customer',
    course: 'faulty',
    claimCode: 'MIHON-2002',
    values: { installation: '見本工業 第2工場', prefecture: '大阪府', city: '大阪市北区', street: '梅田1-1' },
  },
  {
    owner: 'midori',
    course: 'silent',
    claimCode: 'MIHON-2003',
    values: { installation: '見本みどり邸', prefecture: '北海道', city: '札幌市中央区', street: '北一条西1-1' },
  },
  { owner: 'kaoru', course: 'unused', claimCode: 'MIHON-2004', values: {} },
  { owner: 'dealer', course: 'usual', claimCode: 'MIHON-2005', values: { installation: '新築分譲 3号棟' } },
];

/**
 * Gateways of several customers and one that the dealer holds for a customer to come (E-05): one faulty, one that falls silent, one that nobody has
 * switched on. Made once per database; gives what runs them.
 */
export async function makeGateways(
  app: App,
  site: Site,
  { seed, made }: DemoLogins,
  contributions: Contributions,
  folder: string,
): Promise<DemoGateways | null> {
  const models = deviceOptions(site).models.filter((model) => model.claimCode && model.metrics.length > 0);
  const { dealer, customer } = made;
  if (models.length === 0 || !dealer || !customer) return null;
  await mkdir(folder, { recursive: true });
  const home = (name: string) => ({ kind: 'customer', name, parentId: null }) as const;
  const person = (loginId: string, name: string, of: string) =>
    ({ loginId, name, role: 'owner', home: home(of) }) as const;
  const owners: Record<Owner, string> = {
    dealer,
    customer,
    midori: await seed('customer 見本みどり', 'customer', person('midori01', '見本 七海', '見本みどり')),
    kaoru: await seed('customer 見本かおる', 'customer', person('kaoru001', '見本 六郎', '見本かおる')),
  };
  for (const owner of [customer, owners.midori, owners.kaoru]) await linkOnce(app, site, owner, dealer);
  const gateways: DemoGateway[] = [];
  for (const [index, plan] of plans.entries()) {
    const model = models[(index + 1) % models.length];
    if (!model) continue;
    const serial = makeSerial(model.serial, picker(`demo/${site.id}/gateways/${index}`));
    await manufacture(app, site, [{ serial, model: model.id, claimCode: plan.claimCode }]);
    await registerOnce(app, site, contributions, ownerOf(owners[plan.owner]), { ...plan, serial });
    const secret = await factorySecretOf(app, site, { model: model.id, serial });
    gateways.push({
      factory: { site: site.id, model: model.id, serial, secret: Buffer.from(secret).toString('hex') },
      metrics: model.metrics.map(({ code }) => code),
      faults: model.statuses.flatMap(({ code, name, severity }) => (severity === 'normal' ? [] : [{ code, name }])),
      course: plan.course,
    });
  }
  return { gateways, stateFilesBegin: join(folder, `${site.id}-gateways-`), measuredDays };
}

/** A customer lets the dealer see and configure all it has and will have. */
async function linkOnce(app: App, site: Site, of: string, dealer: string): Promise<void> {
  const there = await app.db
    .selectFrom('maintenance_links')
    .select('id')
    .where('site_id', '=', site.id)
    .where('organization_id', '=', of)
    .where('dealer_organization_id', '=', dealer)
    .executeTakeFirst();
  if (there) return;
  const scope = await ownerScope(app, site, ownerOf(of));
  await app.db.transaction().execute(async (tx) => {
    const wished = { registrationIds: null, configure: true, untilOn: null, untilAt: null };
    const { events } = await storeLink({ tx, site, scope }, of, dealer, wished);
    const actor = { kind: 'user', id: scope.userId, organizationId: of } as const;
    await writeEvents(tx, { siteId: site.id, actor, now: scope.now, requestId: null }, events);
  });
}
