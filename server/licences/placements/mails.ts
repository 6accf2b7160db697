import { sql } from 'kysely';
import { outsideId } from '../../kernel/ids.ts';
import { composeMail } from '../../mail/compose.ts';
import type { MailPlan } from '../../mail/plan.ts';
import { nameOfOrganization, onceEach, toOwners } from '../../organizations/mail-facts.ts';

/** More than these are counted alone; the portal has them all. */
export const serialsNamedMax = 100;

type Taken = { licence: string; device: string };

/** What took over by itself at a moment: one mail to the customer and one to its dealer, whatever the number of devices (L-06). */
export const takenOverMail: MailPlan = {
  template: 'licence-taken-over',
  what: 'licences.taken-over',
  recipients: async (tx, { siteId, data }) => {
    const { rows } = await sql<{ id: string }>`
      select p.id from organizations c
      join organizations p on p.site_id = c.site_id and p.id = c.parent_id and p.kind = 'dealer' and p.closed_at is null
      where c.site_id = ${siteId} and c.id = ${String(data['organization'])}::uuid`.execute(tx);
    const told = [data['organization'], ...rows.map(({ id }) => id)];
    const mails = await Promise.all(told.map((id) => toOwners(tx, siteId, id)));
    return onceEach(mails.flat());
  },
  text: async (app, site, { language, data }) => {
    const taken = data['licences'] as Taken[];
    const devices = taken.slice(0, serialsNamedMax).map(({ device }) => device);
    const { rows } = await sql<{ serial: string }>`
      select serial from v_manufactured_devices
      where site_id = ${site.id} and device_id = any(${devices}::uuid[]) order by serial`.execute(app.db);
    const more = taken.length - devices.length;
    const lines = [...rows.map(({ serial }) => `- ${serial}`), ...(more > 0 ? [`- + ${more}`] : [])];
    return composeMail(site, language, 'licence-taken-over', {
      organization: await nameOfOrganization(app.db, site, data['organization'], language),
      count: taken.length,
      without: (data['without'] as string[]).length,
      lines: lines.join('\n'),
      page: `${site.address}/o/${outsideId('organization', String(data['organization']))}/own-licences`,
    });
  },
};
