import { sql } from 'kysely';
import { lastWord, tellings, type Telling } from '../../domain/alarms/telling.ts';
import type { Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import type { App, Site } from '../kernel/app.ts';
import { outsideId } from '../kernel/ids.ts';
import { composeMail, mailInstant } from '../mail/compose.ts';
import type { MailPlan } from '../mail/plan.ts';
import { digestOf } from './digest.ts';
import { receiversOf } from './receivers.ts';
import { describeAlarm } from './words.ts';

/** More than these are counted; the list in the portal has them all. */
export const linesMax = 40;

type Told = {
  alarmId: string;
  receiverId: string;
  happened: Telling[];
  cause: string;
  code: string;
  model: string;
  serial: string;
  installation: string;
  customer: string | null;
  severity: string;
  flapping: boolean;
  rises: number;
  raisedAt: Date;
  clearedAt: Date | null;
};

/**
 * What a mail is to tell, alarm by alarm, as far as its receiver may still know of it: a link or an address that ended meanwhile ends it here. Nobody
 * is told the name of their own organization.
 */
async function toldIn(app: App, site: Site, digestId: string): Promise<Told[]> {
  const now = app.clock.now();
  const { rows } = await sql<Told>`
    with told as materialized (
      select t.alarm_id, (array_agg(t.organization_id order by t.organization_id))[1] as receiver,
        array_agg(distinct t.telling) as happened
      from alarm_tellings t
      join alarms a on a.site_id = t.site_id and a.id = t.alarm_id
      where t.site_id = ${site.id} and t.digest_id = ${digestId}
        and exists (select from ${receiversOf(site, 'alarm')} m where m.organization_id = t.organization_id
          and lower(m.address) = lower(t.address))
        and (t.organization_id = a.organization_id
          or exists (select from grants_in_force(${now}::timestamptz) g where g.site_id = t.site_id
            and g.to_organization_id = t.organization_id and g.of_organization_id = a.organization_id and 'read' = any(g.rights))
          or exists (select from device_grants_in_force(${now}::timestamptz) g where g.site_id = t.site_id
            and g.to_organization_id = t.organization_id and g.registration_id = a.registration_id and 'read' = any(g.rights)))
      group by t.alarm_id
    )
    select a.id as "alarmId", t.receiver as "receiverId", t.happened, a.cause, a.code, r.model, r.serial, r.installation, a.severity,
      a.flapping, a.rises, a.raised_at as "raisedAt", a.cleared_at as "clearedAt",
      case when a.organization_id <> t.receiver then o.name end as customer
    from told t
    join alarms a on a.site_id = ${site.id} and a.id = t.alarm_id
    join v_registered_devices r on r.site_id = a.site_id and r.registration_id = a.registration_id
    join organizations o on o.site_id = a.site_id and o.id = a.organization_id
    order by a.raised_at, a.id`.execute(app.db);
  return rows;
}

const inOrder = (happened: readonly Telling[]) => tellings.filter((telling) => happened.includes(telling));

/** One paragraph about one alarm: what, where, since when, and what has become of it. */
function lineOf(site: Site, language: Language, told: Told): string {
  const say = translatorFor(language, 'mail');
  const word = lastWord(inOrder(told.happened));
  const time = (at: Date) => mailInstant(at, language, site.timeZone);
  const how = word?.passed ? 'passed' : (word?.telling ?? 'raised');
  const where = [told.installation, told.customer].filter(Boolean).join(language === 'ja' ? '、' : ', ');
  return say(`alarms-told.${how}`, {
    what: describeAlarm(site, language, told),
    severity: translatorFor(language, 'headings')(`alarms.severities.${told.severity}`),
    serial: where ? say('alarms-told.at', { serial: told.serial, where }) : told.serial,
    since: time(told.raisedAt),
    until: told.clearedAt ? time(told.clearedAt) : '',
  });
}

/** The mails about alarms (E-08): gathered by address, in the address's language. */
export const alarmMails: readonly MailPlan[] = [
  {
    template: 'alarms-told',
    what: 'alarms.told',
    recipients: async (tx, { siteId, data }) => {
      const digest = await digestOf(tx, siteId, data.digest);
      return digest ? [{ recipient: digest.address, language: digest.language as Language }] : [];
    },
    text: async (app, site, { language, data }) => {
      const told = await toldIn(app, site, String(data.digest));
      const [first] = told;
      if (!first) return null;
      const say = translatorFor(language, 'mail');
      const lines = told.slice(0, linesMax).map((one) => lineOf(site, language, one));
      if (told.length > linesMax) lines.push(say('alarms-told.more', { count: told.length - linesMax }));
      const open = told.filter(({ clearedAt }) => clearedAt === null).length;
      const own = `${site.address}/o/${outsideId('organization', first.receiverId)}/alarms`;
      return composeMail(site, language, 'alarms-told', {
        count: told.length,
        open,
        what: describeAlarm(site, language, first),
        serial: first.serial,
        lines: lines.join('\n\n'),
        page: told.length === 1 ? `${own}/${outsideId('alarm', first.alarmId)}` : own,
      });
    },
  },
];
