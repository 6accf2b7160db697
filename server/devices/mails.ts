import { deviceOptions } from '../../domain/site/capabilities.ts';
import type { Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import { mailsToOperators } from '../accounts/operators.ts';
import { mailsToOwners } from '../accounts/owners.ts';
import type { App, Site } from '../kernel/app.ts';
import { outsideId } from '../kernel/ids.ts';
import { composeMail } from '../mail/compose.ts';
import type { MailPlan } from '../mail/plan.ts';
import { columnsAt, presentListed, type Contributions } from './contribution.ts';
import { valuesOf, type RegistrationRow } from './detail/find.ts';

type Data = Record<string, unknown>;

/** The registration that an event speaks of, as it is now; also when it is over. */
async function registrationOf(app: App, site: Site, data: Data): Promise<RegistrationRow | undefined> {
  return app.db
    .selectFrom('device_registrations')
    .selectAll()
    .where('site_id', '=', site.id)
    .where('id', '=', String(data.registration))
    .executeTakeFirst();
}

async function organizationName(app: App, site: Site, data: Data): Promise<string> {
  const row = await app.db
    .selectFrom('organizations')
    .select('name')
    .where('site_id', '=', site.id)
    .where('id', '=', String(data.organization))
    .executeTakeFirst();
  return row?.name ?? '';
}

const pageOf = (site: Site, data: Data) =>
  `${site.address}/o/${outsideId('organization', String(data.organization))}/devices/${outsideId('device', String(data.device))}`;

/** U-03: what was registered, with what other capabilities gave for it. */
function registered(contributions: Contributions): MailPlan {
  return {
    template: 'device-registered',
    what: 'devices.registered',
    recipients: (tx, event) => mailsToOwners(tx, event.siteId, String(event.data.organization), event.actorId),
    text: async (app, site, mail) => {
      const row = await registrationOf(app, site, mail.data);
      if (!row) return null;
      return composeMail(site, mail.language, 'device-registered', {
        serial: row.serial,
        model: row.model,
        type: typeName(site, row.type, mail.language),
        facts: factLines(site, contributions, row, mail.language).join('\n'),
        page: pageOf(site, mail.data),
      });
    },
  };
}

function typeName(site: Site, type: string, language: Language): string {
  return deviceOptions(site).types.find(({ id }) => id === type)?.name[language] ?? type;
}

/** "Heading: value" for all that is filled in. */
function factLines(site: Site, contributions: Contributions, row: RegistrationRow, language: Language): string[] {
  const label = translatorFor(language, 'headings');
  const say = translatorFor(language, 'mail');
  const contributed = presentListed(columnsAt(site, contributions), row.listed);
  const { kana, ...values } = valuesOf(row);
  const facts = { ...contributed, ...values, warrantyUntil: row.warranty_until };
  return Object.entries(facts).flatMap(([key, value]) => {
    if (!value) return [];
    const shown = key === 'name' && kana ? `${value} (${kana})` : value;
    return [say('device-fact', { heading: label(`devices.${key}`), value: shown })];
  });
}

/** U-09: names the changed fields, never their values, and says when the maker changed them. */
const changed: MailPlan = {
  template: 'device-changed',
  what: 'devices.changed',
  recipients: (tx, event) => mailsToOwners(tx, event.siteId, String(event.data.organization), event.actorId),
  text: async (app, site, mail) => {
    const row = await registrationOf(app, site, mail.data);
    if (!row) return null;
    const say = translatorFor(mail.language, 'mail');
    const label = translatorFor(mail.language, 'headings');
    const fields = mail.data.fields as string[];
    return composeMail(site, mail.language, 'device-changed', {
      serial: row.serial,
      model: row.model,
      by: say(`device-changed.${mail.data.byOperator === true ? 'by-operator' : 'by-user'}`, {
        site: site.name[mail.language],
      }),
      fields: fields.map((field) => say('device-changed.line', { field: label(`devices.${field}`) })).join('\n'),
      page: pageOf(site, mail.data),
    });
  },
};

/** U-07: an edit made a warranty longer than it was; operators look at it. */
const lengthened: MailPlan = {
  template: 'warranty-lengthened',
  what: 'devices.changed',
  recipients: async (tx, event) => (event.data.lengthened === true ? mailsToOperators(tx, event.siteId) : []),
  text: async (app, site, mail) => {
    const row = await registrationOf(app, site, mail.data);
    if (!row) return null;
    return composeMail(site, mail.language, 'warranty-lengthened', {
      organization: await organizationName(app, site, mail.data),
      serial: row.serial,
      model: row.model,
      purchasedOn: row.purchased_on ?? '-',
      warrantyUntil: row.warranty_until ?? '-',
    });
  },
};

function clubMail(what: 'club.joined' | 'club.left', template: string): MailPlan {
  return {
    template,
    what,
    recipients: (tx, event) => mailsToOwners(tx, event.siteId, String(event.data.organization), event.actorId),
    text: async (_app, site, mail) =>
      composeMail(site, mail.language, template, {
        devices: Number(mail.data.devices),
        login: `${site.address}/login`,
      }),
  };
}

/** Somebody tries serial numbers that are not theirs: the operators who answer for the site hear of it. */
const guessed: MailPlan = {
  template: 'serials-guessed',
  what: 'devices.serials-guessed',
  recipients: (tx, event) => mailsToOperators(tx, event.siteId),
  text: async (app, site, mail) =>
    composeMail(site, mail.language, 'serials-guessed', {
      organization: await organizationName(app, site, mail.data),
      misses: Number(mail.data.misses),
    }),
};

export function deviceMails(contributions: Contributions): MailPlan[] {
  return [
    registered(contributions),
    changed,
    lengthened,
    clubMail('club.joined', 'club-joined'),
    clubMail('club.left', 'club-left'),
    guessed,
  ];
}
