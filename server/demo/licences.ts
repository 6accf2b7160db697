import { expiresAt, civilDayAt, firstOf } from '../../domain/licences/terms.ts';
import { addMonths, monthOf } from '../../domain/counters/civil.ts';
import { makeSerial } from '../../domain/identifiers/make-serial.ts';
import { deviceOptions, licenceOptions } from '../../domain/site/capabilities.ts';
import type { Contributions } from '../devices/contribution.ts';
import { registerDevice } from '../devices/registration/register.ts';
import type { App, Site } from '../kernel/app.ts';
import { after, hoursMs, minutesMs } from '../kernel/clock.ts';
import type { Tx } from '../kernel/database.ts';
import { writeEvents, type NewEvent } from '../kernel/events.ts';
import { isProblem } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import { insideId, newId, outsideId } from '../kernel/ids.ts';
import type { Scope } from '../kernel/session.ts';
import { assignLicences } from '../licences/assign/assign.ts';
import { makePlans } from '../licences/plans/make.ts';
import { findOwnCode } from '../licences/stock/dealers.ts';
import { orderImporter } from '../licences/stock/importer.ts';
import { lockOrders } from '../licences/stock/orders.ts';
import { passStock } from '../licences/stock/pass.ts';
import { manufacture, picker } from './devices.ts';
import { fittingAt } from './fitting.ts';
import { planned, story, type Act, type Actor, type StoryDevice, type StoryLine } from './licence-story.ts';
import type { DemoLogins } from './logins.ts';
import { ownerScope } from './register-once.ts';

type People = Record<Actor | 'maker', Scope>;
type Telling = {
  app: App;
  site: Site;
  tx: Tx;
  people: People;
  contributions: Contributions;
  serials: ReadonlyMap<StoryDevice, string>;
  /** Registered already, by installation. */
  devices: Map<string, { id: string; serial: string }>;
};

/** When in a month each thing was done: in the hours after this day is over, so many minutes apart. */
const dayBefore = '04';
const firstHour = 9;
const firstMonthsAgo = Math.max(...story.map(({ monthsAgo }) => monthsAgo));
const minutesApart = 10;
/** Before the first of them is registered. */
const shippedDaysAgo = 520;

/**
 * Stock by orders, passed on in part, licences assigned to customers of a dealer and of its sub-dealer, with their devices, and a plan: all of it once per
 * database, by what the pages do.
 */
export async function makeLicences(
  app: App,
  site: Site,
  seeded: DemoLogins,
  contributions: Contributions,
): Promise<void> {
  const wanted = new Set(story.flatMap((act) => linesOf(act).map(({ type }) => type)));
  const isThere = licenceOptions(site).types.filter(({ id }) => wanted.has(id)).length === wanted.size;
  const people = isThere ? await peopleOf(app, site, seeded) : null;
  if (!people) return;
  const serials = await makeStoryDevices(app, site);
  await app.db.transaction().execute(async (tx) => {
    await lockOrders(tx, site.id);
    const told = await tx.selectFrom('licence_orders').select('id').where('site_id', '=', site.id).executeTakeFirst();
    if (told || (await areYounger(tx, people.dealer, momentOf(app, site, firstMonthsAgo, 0)))) return;
    const telling = { app, site, tx, people, contributions, serials, devices: new Map() };
    for (const [index, act] of story.entries()) await play(telling, act, momentOf(app, site, act.monthsAgo, index));
    await plan(telling);
  });
}

/** Whether the organizations were made later than that: in a database that an earlier demo began, nothing could have been assigned then. */
async function areYounger(tx: Tx, { siteId, organizationId }: Scope, began: Date): Promise<boolean> {
  const { created_at: madeAt } = await tx
    .selectFrom('organizations')
    .select('created_at')
    .where('site_id', '=', siteId)
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow();
  return madeAt > began;
}

function linesOf(act: Act): readonly StoryLine[] {
  if ('orders' in act) return act.lines;
  if ('passesOn' in act) return act.passesOn;
  return 'assigns' in act ? act.assigns : [];
}

async function peopleOf(app: App, site: Site, { made, below }: DemoLogins): Promise<People | null> {
  const { maker, dealer, customer } = made;
  const { nijiten01, sakura001, hinata001 } = below;
  if (!maker || !dealer || !customer || !nijiten01 || !sakura001 || !hinata001) return null;
  const scopeOf = (organizationId: string) => ownerScope(app, site, { organizationId, daysAgo: 0 });
  return {
    maker: await scopeOf(maker),
    dealer: await scopeOf(dealer),
    subDealer: await scopeOf(nijiten01),
    company: await scopeOf(customer),
    sakura: await scopeOf(sakura001),
    hinata: await scopeOf(hinata001),
  };
}

/** Puts the devices of the story into the factory's list. */
async function makeStoryDevices(app: App, site: Site): Promise<Map<StoryDevice, string>> {
  const { models } = deviceOptions(site);
  const devices = story.flatMap((act) => ('registers' in act ? act.registers : []));
  const serials = new Map<StoryDevice, string>();
  for (const [index, device] of devices.entries()) {
    const model = models.find(({ id }) => id === device.model);
    if (!model) throw new Error(`${site.id} has no model ${device.model} for the demo`);
    serials.set(device, makeSerial(model.serial, picker(`demo/${site.id}/licences/${index}`)));
  }
  const made = [...serials].map(([{ model }, serial]) => ({ serial, model, claimCode: '' }));
  await manufacture(app, site, made, shippedDaysAgo);
  return serials;
}

function momentOf({ clock }: App, { timeZone }: Site, monthsAgo: number, index: number): Date {
  const month = addMonths(monthOf(civilDayAt(clock.now(), timeZone)), -monthsAgo);
  return after(expiresAt(`${month}-${dayBefore}`, timeZone), firstHour * hoursMs + index * minutesApart * minutesMs);
}

async function play(telling: Telling, act: Act, now: Date): Promise<void> {
  const { tx, site, people } = telling;
  if ('orders' in act) return order(telling, act.orders, act.lines, now);
  if ('registers' in act) {
    for (const device of act.registers) await register(telling, { ...people[act.of], now }, device);
    return;
  }
  if ('passesOn' in act) {
    const scope = { ...people.dealer, now };
    const to = outsideId('organization', people.subDealer.organizationId);
    const lines = act.passesOn.map(({ type, termMonths, quantity }) => ({ type, termMonths, quantity }));
    await write(telling, scope, await passStock(tx, scope, { kind: 'pass-on', to, lines }));
    return;
  }
  const scope = { ...people[act.by], now };
  const lines = act.assigns.map((line) => wished(telling, line));
  const done = await assignLicences(tx, site, scope, { customerId: people[act.to].organizationId, lines });
  if (isProblem(done)) throw new Error(`the demo licences were not assigned: ${JSON.stringify(done)}`);
  await writeAs(telling, scope, [done.event]);
}

async function order(telling: Telling, number: string, lines: readonly StoryLine[], now: Date): Promise<void> {
  const { app, site, tx, people } = telling;
  const scope = { ...people.maker, now };
  const dealer = (await findOwnCode(app.db, site.id, people.dealer.organizationId)) ?? '';
  const today = civilDayAt(now, site.timeZone);
  const values = lines.map(({ type, termMonths, quantity }) => {
    const cells = { number, orderedOn: today, dealer, type, term: String(termMonths), quantity: String(quantity) };
    const read = orderImporter.readRow(site, cells, today);
    if (!read.ok) throw new Error(`the demo order ${number} does not fit the data of ${site.id}`);
    return read.value;
  });
  const { events } = await orderImporter.store(app, tx, site, scope, newId(), values);
  await writeAs(telling, scope, events);
}

async function register(telling: Telling, scope: Scope, device: StoryDevice): Promise<void> {
  const { app, site, tx, contributions, serials, devices } = telling;
  const serial = serials.get(device) ?? '';
  const { installation, on } = device;
  const registeredTo = on === undefined ? '' : (devices.get(on)?.serial ?? '');
  const asked = { app, tx, site, scope, address: null, contributions };
  const outcome = await registerDevice(asked, {
    serial,
    claimCode: '',
    registeredTo,
    values: fittingAt(site, { installation }),
  });
  const { id } = await write(telling, scope, outcome);
  devices.set(installation, { id: insideId(id), serial });
}

async function plan(telling: Telling): Promise<void> {
  const { site, tx, people } = telling;
  const { dealer } = people;
  const customerId = people[planned.to].organizationId;
  const day = firstOf(addMonths(monthOf(civilDayAt(dealer.now, site.timeZone)), 1));
  const lines = [wished(telling, planned.line)];
  await write(telling, dealer, await makePlans(tx, site, dealer, { customerId, lines, day, tooLate: 0 }));
}

function wished({ devices }: Telling, { type, termMonths, quantity, aside = [] }: StoryLine) {
  return { type, termMonths, quantity, devices: aside.map((installation) => devices.get(installation)?.id ?? '') };
}

async function write<T>(telling: Telling, scope: Scope, { reply, events }: Outcome<T>): Promise<T> {
  if (isProblem(reply) || !('body' in reply)) throw new Error(`the demo was refused: ${JSON.stringify(reply)}`);
  await writeAs(telling, scope, events ?? []);
  return reply.body as T;
}

async function writeAs({ tx, site }: Telling, scope: Scope, events: readonly NewEvent[]): Promise<void> {
  const { userId: id, organizationId, now } = scope;
  await writeEvents(tx, { siteId: site.id, actor: { kind: 'user', id, organizationId }, now, requestId: null }, events);
}
