import type { EventKind } from '../../domain/events/kinds.ts';
import type { Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import { maskMail } from '../accounts/account-data/mails.ts';
import { mailsToOwners } from '../accounts/owners.ts';
import { linkSecret } from '../accounts/proofs.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { composeMail } from '../mail/compose.ts';
import type { MailPlan, PlannedMail } from '../mail/plan.ts';

type Data = Record<string, unknown>;

function rowsOf(db: Database | Tx, siteId: string, ids: unknown) {
  return db
    .selectFrom('maintenance_addresses as a')
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'a.site_id').onRef('o.id', '=', 'a.organization_id'),
    )
    .select(['a.id', 'a.mail', 'a.language', 'a.proof_id as proofId', 'a.proof_expires_at as expires'])
    .select(['a.proved_at as provedAt', 'a.ended_at as endedAt', 'o.name as organization'])
    .where('a.site_id', '=', siteId)
    .where('a.id', '=', (eb) => eb.fn.any(eb.val((ids ?? []) as string[])))
    .orderBy('a.id');
}

async function toThem(tx: Tx, siteId: string, ids: unknown, provedOnly: boolean): Promise<PlannedMail[]> {
  const rows = await rowsOf(tx, siteId, ids).execute();
  return rows
    .filter(({ provedAt }) => provedAt !== null || !provedOnly)
    .map(({ mail, language }) => ({ recipient: mail, language: language as Language }));
}

/** E-02: the link that proves an address, of the newest asking alone. */
function link(what: EventKind): MailPlan {
  return {
    template: 'maintenance-address-link',
    what,
    recipients: (tx, event) => toThem(tx, event.siteId, event.data.added, false),
    text: async (app, site, mail) => {
      const rows = await rowsOf(app.db, site.id, mail.data.added).execute();
      const row = rows.find((one) => one.mail === mail.recipient && !one.provedAt && !one.endedAt);
      if (!row || row.expires <= app.clock.now()) return null;
      return composeMail(site, mail.language, 'maintenance-address-link', {
        organization: row.organization,
        link: `${site.address}/maintenance-address#${linkSecret(app, site.id, row.proofId)}`,
        expires: row.expires,
      });
    },
  };
}

/** E-02: who got mails and gets none any more is told; who never proved to be there is not. */
const removed: MailPlan = {
  template: 'maintenance-address-removed',
  what: 'maintenance-addresses.changed',
  recipients: (tx, event) => toThem(tx, event.siteId, event.data.removed, true),
  text: async (app, site, mail) => {
    const rows = await rowsOf(app.db, site.id, mail.data.removed).execute();
    const row = rows.find((one) => one.mail === mail.recipient);
    if (!row) return null;
    return composeMail(site, mail.language, 'maintenance-address-removed', { organization: row.organization });
  },
};

/** E-02: the account's own address hears of a change; of the addresses enough is shown to know them again. */
const changed: MailPlan = {
  template: 'maintenance-addresses-changed',
  what: 'maintenance-addresses.changed',
  recipients: (tx, event) => mailsToOwners(tx, event.siteId, String(event.data.organization), event.actorId),
  text: async (app, site, mail) => {
    const say = translatorFor(mail.language, 'mail');
    const lines = async (kind: 'added' | 'removed' | 'changed', data: Data) =>
      (await rowsOf(app.db, site.id, data[kind]).execute()).map((row) =>
        say(`maintenance-addresses-changed.${kind}`, { mail: maskMail(row.mail) }),
      );
    const all = [
      ...(await lines('added', mail.data)),
      ...(await lines('removed', mail.data)),
      ...(await lines('changed', mail.data)),
    ];
    if (all.length === 0) return null;
    return composeMail(site, mail.language, 'maintenance-addresses-changed', {
      changes: all.join('\n'),
      page: `${site.address}/account`,
    });
  },
};

export const maintenanceAddressMails = [
  link('maintenance-addresses.changed'),
  link('maintenance-addresses.link-sent'),
  removed,
  changed,
];
