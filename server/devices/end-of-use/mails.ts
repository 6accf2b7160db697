import type { EventKind } from '../../../domain/events/kinds.ts';
import { mailsToOperators } from '../../accounts/operators.ts';
import type { Language } from '../../../domain/site/languages.ts';
import type { App, Site } from '../../kernel/app.ts';
import { detailOf } from '../../kernel/event-details.ts';
import { outsideId } from '../../kernel/ids.ts';
import { composeMail } from '../../mail/compose.ts';
import type { MailPlan } from '../../mail/plan.ts';
import { makerOf, nameOfOrganization, toOwners } from '../../organizations/mail-facts.ts';

type Data = Record<string, unknown>;
type More = (
  app: App,
  site: Site,
  language: Language,
  data: Data,
  eventId: string,
) => Promise<Record<string, string> | null>;

async function deviceOf(app: App, siteId: string, id: unknown) {
  return app.db
    .selectFrom('manufactured_devices')
    .select(['serial', 'model'])
    .where('site_id', '=', siteId)
    .where('device_id', '=', String(id))
    .executeTakeFirst();
}

async function reportOf(app: App, siteId: string, id: unknown) {
  return app.db
    .selectFrom('device_end_reports')
    .select(['ended_on as endedOn', 'reason', 'answer'])
    .where('site_id', '=', siteId)
    .where('id', '=', String(id))
    .executeTakeFirst();
}

/** A mail about one device, named by model and serial number. */
function plan(template: string, what: EventKind, more: More, recipients?: MailPlan['recipients']): MailPlan {
  return {
    template,
    what,
    recipients: recipients ?? ((tx, { siteId, data }) => toOwners(tx, siteId, data.organization)),
    text: async (app, site, { language, data, eventId }) => {
      const device = await deviceOf(app, site.id, data.device);
      const words = device && (await more(app, site, language, data, eventId));
      return device && words ? composeMail(site, language, template, { ...device, ...words }) : null;
    },
  };
}

const dayOf: More = async (app, site, _, data) => {
  const report = await reportOf(app, site.id, data.report);
  return report ? { endedOn: report.endedOn } : null;
};

export const endOfUseMails: readonly MailPlan[] = [
  plan(
    'end-reported',
    'devices.end-reported',
    async (app, site, language, data) => {
      const report = await reportOf(app, site.id, data.report);
      if (!report) return null;
      const maker = await makerOf(app.db, site.id);
      return {
        organization: await nameOfOrganization(app.db, site, data.organization, language),
        endedOn: report.endedOn,
        reason: report.reason,
        page: `${site.address}/o/${outsideId('organization', maker)}/end-reports`,
      };
    },
    (tx, { siteId }) => mailsToOperators(tx, siteId),
  ),
  plan('device-ended', 'devices.ended', dayOf),
  plan('end-declined', 'devices.end-declined', async (app, site, _, data) => {
    const report = await reportOf(app, site.id, data.report);
    return report ? { answer: report.answer } : null;
  }),
  plan('device-released', 'devices.released', async () => ({})),
  plan('claim-released', 'devices.claim-released', async (app, site, _, data, eventId) => ({
    reason: await detailOf(app.db, site.id, eventId, 'reason'),
  })),
  plan('device-replaced', 'devices.replaced', async (app, site, language, data) => {
    const old = await deviceOf(app, site.id, data.old);
    const organization = outsideId('organization', String(data.organization));
    return old
      ? {
          old: old.serial,
          organization: await nameOfOrganization(app.db, site, data.organization, language),
          page: `${site.address}/o/${organization}/devices/${outsideId('device', String(data.device))}`,
        }
      : null;
  }),
];
