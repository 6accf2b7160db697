import type { EventKind } from '../../domain/events/kinds.ts';
import { sql } from 'kysely';
import type { Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import { mailsToOwners } from '../accounts/owners.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { outsideId } from '../kernel/ids.ts';
import { wants } from '../mail-notices/wants.ts';
import { composeMail } from '../mail/compose.ts';
import type { MailPlan } from '../mail/plan.ts';
import { findSupply } from './supplies.ts';

/** More than these are counted; the list in the portal has them all. */
export const devicesNamedMax = 20;

type Low = { supply: string; least: number; serial: string; model: string; installation: string };

/** What an event said was low, as far as it still is. */
async function stillLow(app: App, siteId: string, data: Record<string, unknown>): Promise<Low[]> {
  const { rows } = await sql<Low>`
    select l.supply, l.least, r.serial, r.model, r.installation
    from v_toner_low l
    join v_registered_devices r on r.site_id = l.site_id and r.registration_id = l.registration_id
    where l.site_id = ${siteId} and l.registration_id = ${String(data['registration'])}::uuid
      and l.supply = any(${data['supplies'] as string[]}) order by l.supply`.execute(app.db);
  return rows;
}

/** Who is told of a device now, by its registration. */
async function managerOf(db: Database | Tx, siteId: string, data: Record<string, unknown>) {
  const { rows } = await sql<{ mail: string; language: string }>`
    select mail, language from v_toner_managers
    where site_id = ${siteId} and registration_id = ${String(data['registration'])}::uuid`.execute(db);
  return rows[0];
}

/** Where people choose what they are mailed about, the manager may have chosen otherwise (C-11). */
async function wantsToKnow(db: Database, site: Site, data: Record<string, unknown>): Promise<boolean> {
  if (!('mail-notices' in site.capabilities)) return true;
  const { rows } = await sql<{ wanted: boolean }>`
    select ${wants(site, 'toner-low')} as wanted from v_toner_managers m
    join v_mail_notice_people p on p.site_id = m.site_id and p.user_id = m.user_id
    where m.site_id = ${site.id} and m.registration_id = ${String(data['registration'])}::uuid`.execute(db);
  return rows[0]?.wanted ?? false;
}

/** C-12: the toner manager is told once of each supply that is low, until it is refilled; of those that were low already, when first chosen. */
const low = (what: EventKind): MailPlan => ({
  template: 'toner-low',
  what,
  recipients: async (tx, { siteId, data }) => {
    const manager = (data['supplies'] as string[]).length > 0 ? await managerOf(tx, siteId, data) : undefined;
    return manager ? [{ recipient: manager.mail, language: manager.language as Language }] : [];
  },
  text: async (app, site, { data, language, recipient }) => {
    const [rows, manager] = [await stillLow(app, site.id, data), await managerOf(app.db, site.id, data)];
    const [first] = rows;
    if (!first || manager?.mail !== recipient || !(await wantsToKnow(app.db, site, data))) return null;
    const say = translatorFor(language, 'mail');
    const lines = rows.flatMap(({ model, supply, least }) => {
      const known = findSupply(site, model, supply);
      if (!known) return [];
      const name = known.order
        ? say('toner-low.ordered', { name: known.name[language], order: known.order })
        : known.name[language];
      return [say('toner-low.line', { name, percent: Math.round(least) })];
    });
    const own = `${site.address}/o/${outsideId('organization', String(data['organization']))}`;
    return composeMail(site, language, 'toner-low', {
      count: lines.length,
      name: first.installation || first.serial,
      serial: first.serial,
      model: first.model,
      lines: lines.join('\n'),
      page: `${own}/devices/${outsideId('device', String(data['device']))}`,
      order: `${own}/toner/order`,
    });
  },
});

type Left = { name: string; serial: string };

/** The organization's devices whose toner manager has gone, and that have no other by now. */
async function leftBehind(db: Database | Tx, siteId: string, data: Record<string, unknown>): Promise<Left[]> {
  const { rows } = await sql<Left>`
    select coalesce(nullif(r.installation, ''), r.serial) as name, r.serial
    from toner_managers m
    join v_registered_devices r on r.site_id = m.site_id and r.registration_id = m.registration_id and r.until_at is null
    where m.site_id = ${siteId} and m.user_id = ${String(data['user'])}::uuid and r.organization_id = ${String(data['organization'])}::uuid
    order by natural_order(coalesce(nullif(r.installation, ''), r.serial)) collate "C"`.execute(db);
  return rows;
}

async function leftText(app: App, site: Site, language: Language, data: Record<string, unknown>) {
  const devices = await leftBehind(app.db, site.id, data);
  if (devices.length === 0) return null;
  const say = translatorFor(language, 'mail');
  const lines = devices
    .slice(0, devicesNamedMax)
    .map(({ name, serial }) =>
      name === serial ? say('toner-manager-left.bare', { serial }) : say('toner-manager-left.line', { name, serial }),
    );
  if (devices.length > devicesNamedMax)
    lines.push(say('toner-manager-left.more', { count: devices.length - devicesNamedMax }));
  const organization = outsideId('organization', String(data['organization']));
  return composeMail(site, language, 'toner-manager-left', {
    count: devices.length,
    lines: lines.join('\n'),
    page: `${site.address}/o/${organization}/toner?manager=none`,
  });
}

/** C-03: when a toner manager leaves, the owners are told which devices have none now. */
function left(what: EventKind): MailPlan {
  return {
    template: 'toner-manager-left',
    what,
    recipients: async (tx, { siteId, data }) =>
      (await leftBehind(tx, siteId, data)).length > 0 ? mailsToOwners(tx, siteId, String(data['organization'])) : [],
    text: (app, site, { language, data }) => leftText(app, site, language, data),
  };
}

export const tonerMails: readonly MailPlan[] = [
  low('toner.low'),
  low('toner.manager-chosen'),
  left('member.removed'),
  left('member.left'),
  left('user.erased'),
];
