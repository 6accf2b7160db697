import { sql } from 'kysely';
import { addMonths, monthOf } from '../../../domain/counters/civil.ts';
import { bestDay, losesNothingFrom } from '../../../domain/licences/best-day.ts';
import { renewalOutlooks } from '../../../domain/licences/codes.ts';
import { countsOf } from '../../../domain/licences/rehearsal.ts';
import { reminderAudiences, type ReminderAudience } from '../../../domain/licences/reminders.ts';
import { civilDayAt } from '../../../domain/licences/terms.ts';
import { licenceOptions } from '../../../domain/site/capabilities.ts';
import type { Language } from '../../../domain/site/languages.ts';
import { translatorFor } from '../../../domain/texts/translator.ts';
import type { App, Site } from '../../kernel/app.ts';
import { after, hoursMs } from '../../kernel/clock.ts';
import { outsideId } from '../../kernel/ids.ts';
import { composeMail, mailInstant } from '../../mail/compose.ts';
import type { MailPlan, MailText } from '../../mail/plan.ts';
import { nameOfOrganization, toOwners } from '../../organizations/mail-facts.ts';
import { monthsDefault } from '../calendar/renewals.ts';
import { outlooksAt, type Ending } from './outlooks.ts';

/** More than these are counted; the portal has them all. */
export const devicesNamedMax = 100;
/** A reminder that comes so long after its moment says that it is late. */
const lateAfterMs = hoursMs;

type Data = { about: string; receiver: string; audience: ReminderAudience; dueAt: Date; expiresAt: Date };
type Values = Record<string, string | number>;
type Named = { customerId: string; deviceId: string; serial: string; installation: string };
type Facts = {
  app: App;
  site: Site;
  recipient: string;
  language: Language;
  data: Data;
  now: Date;
  endings: readonly Ending[];
};

function dataOf(data: Record<string, unknown>): Data {
  return {
    about: String(data.about),
    receiver: String(data.receiver),
    audience: reminderAudiences.find((one) => one === data.audience) ?? 'customer',
    dueAt: new Date(String(data.dueAt)),
    expiresAt: new Date(String(data.expiresAt)),
  };
}

/** A civil day in words. */
function dayText(day: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** The values that all reminders share: how many, until when, what stops then, and that it is late where it is. */
function commonOf(facts: Facts): Values {
  const { site, language, data, now, endings } = facts;
  const say = translatorFor(language, 'mail');
  const { expiresAt, dueAt } = data;
  const lastDay = civilDayAt(after(expiresAt, -1), site.timeZone);
  const stops = licenceOptions(site)
    .features.filter(({ expired }) => !expired)
    .map(({ name }) => `・${name[language]}`);
  const over = expiresAt <= now ? 'yes' : 'no';
  const late = now.getTime() - dueAt.getTime() > lateAfterMs;
  return {
    lastDay: dayText(lastDay, language),
    count: endings.length,
    over,
    counts: countsText(facts),
    stops: stops.join('\n'),
    late: late ? `\n\n${say('licence-words.late', { dueAt: mailInstant(dueAt, language, site.timeZone) })}` : '',
    page: pageFor(facts, lastDay),
  };
}

/** Where the receiver can do something about it: a customer's own licences, what runs out in that month, or what the sub-dealer has in stock. */
function pageFor({ site, data, now }: Facts, lastDay: string): string {
  const home = `${site.address}/o/${outsideId('organization', data.receiver)}`;
  if (data.audience === 'customer') return `${home}/own-licences`;
  if (data.audience === 'above') return `${home}/dealer-stock`;
  const calendar = `${home}/licences/renewals`;
  // What is over is no longer in it.
  if (data.expiresAt <= now) return calendar;
  const month = monthOf(lastDay);
  const ahead = addMonths(monthOf(civilDayAt(now, site.timeZone)), monthsDefault) <= month;
  return `${calendar}?month=${month}${ahead ? `&months=${2 * monthsDefault}` : ''}`;
}

function countsText({ language, data, now, endings }: Facts): string {
  const say = translatorFor(language, 'mail');
  const counts = countsOf(endings);
  const over = data.expiresAt <= now ? 'yes' : 'no';
  return renewalOutlooks
    .filter((outlook) => counts[outlook] > 0)
    .map((outlook) => say(`licence-words.${outlook}`, { over, count: counts[outlook] }))
    .join('\n');
}

/** An address that nobody has proved may be a stranger's: it is told no serial numbers or places. */
async function isProved({ app, site, data, recipient }: Facts): Promise<boolean> {
  const { rows } = await sql<{ proved: boolean }>`
    select mail_proved as proved from v_customer_accounts
    where site_id = ${site.id} and organization_id = ${data.about}::uuid and mail = ${recipient}`.execute(app.db);
  return rows.every(({ proved }) => proved);
}

/** One line for each device, in order of serial numbers, and what becomes of it. */
async function linesOf({ app, site, language, data, endings, now }: Facts): Promise<string> {
  const say = translatorFor(language, 'mail');
  const over = data.expiresAt <= now ? 'yes' : 'no';
  const outlooks = new Map(
    endings.flatMap(({ deviceId, outlook }) => (deviceId ? [[deviceId, outlook] as const] : [])),
  );
  const named = await namesOf(app, site.id, data.about, [...outlooks.keys()]);
  const lines = named.slice(0, devicesNamedMax).map(({ deviceId, serial, installation }) =>
    say('licence-words.line', {
      serial,
      place: installation,
      hasPlace: installation === '' ? 'no' : 'yes',
      outlook: say(`licence-words.device-${outlooks.get(deviceId)}`, { over }),
    }),
  );
  const more = named.length - lines.length;
  const unused = endings.filter(({ deviceId }) => deviceId === null).length;
  return [
    ...lines,
    ...(more > 0 ? [say('licence-words.more', { count: more })] : []),
    ...(unused > 0 ? [say('licence-words.unused-line', { over, count: unused })] : []),
  ].join('\n');
}

async function namesOf(app: App, siteId: string, customerId: string, deviceIds: readonly string[]): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select d.device_id as "deviceId", d.serial, coalesce(r.installation, '') as installation
    from v_manufactured_devices d
    left join v_registered_devices r on r.site_id = d.site_id and r.device_id = d.device_id
      and r.organization_id = ${customerId}::uuid and r.until_at is null
    where d.site_id = ${siteId} and d.device_id = any(${[...deviceIds]}::uuid[])
    order by d.serial collate "C"`.execute(app.db);
  return rows;
}

/** Until when to assign what renews, said while somebody still can and something is not renewed. */
function advice({ site, language, data, now, endings }: Facts): string {
  const lastDay = civilDayAt(after(data.expiresAt, -1), site.timeZone);
  const today = civilDayAt(now, site.timeZone);
  if (today > lastDay || !endings.some(({ outlook }) => outlook === 'not-renewed')) return '';
  const days = { from: losesNothingFrom(lastDay), best: bestDay(lastDay, today), lastDay };
  const shown = Object.fromEntries(Object.entries(days).map(([key, day]) => [key, dayText(day, language)]));
  return `\n\n${translatorFor(language, 'mail')('licence-words.advice', shown)}`;
}

async function dealerOf(app: App, siteId: string, customerId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select p.id from organizations c join organizations p on p.site_id = c.site_id and p.id = c.parent_id and p.kind = 'dealer'
    where c.site_id = ${siteId} and c.id = ${customerId}::uuid`.execute(app.db);
  return rows[0]?.id ?? null;
}

/** The customers whose licences a reminder is about: those of the sub-dealer, for the dealer above. */
async function customersOf(app: App, siteId: string, audience: ReminderAudience, about: string): Promise<string[]> {
  if (audience !== 'above') return [about];
  const { rows } = await sql<{ id: string }>`
    select id from organizations where site_id = ${siteId} and parent_id = ${about}::uuid and kind = 'customer' and closed_at is null`.execute(
    app.db,
  );
  return rows.map(({ id }) => id);
}

const moreFor: Record<ReminderAudience, (facts: Facts) => Promise<Values>> = {
  customer: async (facts) => ({
    lines: (await isProved(facts)) ? await linesOf(facts) : countsText(facts),
    dealer: await nameOfOrganization(
      facts.app.db,
      facts.site,
      await dealerOf(facts.app, facts.site.id, facts.data.about),
      facts.language,
    ),
  }),
  dealer: async (facts) => ({
    customer: await nameOfOrganization(facts.app.db, facts.site, facts.data.about, facts.language),
    lines: await linesOf(facts),
    advice: advice(facts),
  }),
  above: async (facts) => ({
    dealer: await nameOfOrganization(facts.app.db, facts.site, facts.data.about, facts.language),
    advice: advice(facts),
  }),
};

/** Licences that end soon: who is reminded was decided with the event, what becomes of each device is told as it is when the mail goes out (L-07). */
function reminder(audience: ReminderAudience): MailPlan {
  return {
    template: `licence-reminder-${audience}`,
    what: 'licences.reminded',
    recipients: async (tx, { siteId, data }) => (data.audience === audience ? toOwners(tx, siteId, data.receiver) : []),
    text: async (app, site, { language, recipient, data: told }): Promise<MailText | null> => {
      const data = dataOf(told);
      const now = app.clock.now();
      const customers = await customersOf(app, site.id, audience, data.about);
      const endings = await outlooksAt(app, site, customers, data.expiresAt, now);
      if (endings.length === 0) return null;
      const facts = { app, site, recipient, language, data, now, endings };
      const values = { ...commonOf(facts), ...(await moreFor[audience](facts)) };
      return composeMail(site, language, `licence-reminder-${audience}`, values);
    },
  };
}

export const licenceReminderMails: readonly MailPlan[] = [reminder('customer'), reminder('dealer'), reminder('above')];
