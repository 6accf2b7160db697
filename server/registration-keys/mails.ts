import { mailsToOperators } from '../accounts/operators.ts';
import { formatDeviceId, type DeviceIdFormat } from '../../domain/identifiers/device-id.ts';
import { formatKey } from '../../domain/registration-keys/key.ts';
import { findCategory } from '../../domain/registration-keys/options.ts';
import { registrationKeyOptions } from '../../domain/site/capabilities.ts';
import type { Language } from '../../domain/site/languages.ts';
import { translatorFor } from '../../domain/texts/translator.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { composeMail, oneLine } from '../mail/compose.ts';
import type { MailPlan } from '../mail/plan.ts';
import { loadInstallation } from './installations.ts';
import { keyMaker } from './masters.ts';

type MailWish = { addresses: string[]; subject: string };

async function findWish(db: Database | Tx, siteId: string, eventId: string): Promise<MailWish | null> {
  const row = await db
    .selectFrom('event_details')
    .select('details')
    .where('site_id', '=', siteId)
    .where('event_id', '=', eventId)
    .executeTakeFirst();
  const details = row?.details as { mail?: MailWish } | undefined;
  return details?.mail ?? null;
}

async function readBindings(app: App, siteId: string, ids: readonly string[]) {
  const rows = await app.db
    .selectFrom('registration_key_bindings as b')
    .innerJoin('identifiers as i', (join) =>
      join.onRef('i.site_id', '=', 'b.site_id').onRef('i.id', '=', 'b.identifier_id'),
    )
    .innerJoin('activation_keys as a', (join) =>
      join.onRef('a.site_id', '=', 'b.site_id').onRef('a.number', '=', 'b.activation_key'),
    )
    .select([
      'b.id',
      'b.product',
      'b.feature',
      'b.slot',
      'b.key_version',
      'i.kind',
      'i.value',
      'a.number',
      'a.product_number',
      'a.purpose',
      'a.category',
    ])
    .where('b.site_id', '=', siteId)
    .where('b.id', 'in', [...ids])
    .execute();
  return ids.flatMap((id) => rows.filter((row) => row.id === id));
}

async function keysText(
  app: App,
  site: Site,
  mail: { eventId: string; language: Language; data: Record<string, unknown> },
) {
  const wish = await findWish(app.db, site.id, mail.eventId);
  const rows = await readBindings(app, site.id, mail.data.bindings as string[]);
  const first = rows[0];
  if (!wish || !first) return null;
  const say = translatorFor(mail.language, 'mail', { timeZone: site.timeZone });
  const makeKey = await keyMaker(
    app,
    site,
    rows.map((row) => row.key_version),
  );
  const keys = rows.map((row, index) =>
    say('registration-keys.key', {
      number: index + 1,
      registrationKey: formatKey(
        makeKey({
          product: row.product,
          deviceId: row.value,
          feature: row.feature,
          slot: row.slot,
          version: row.key_version,
        }),
      ),
      productNumber: row.product_number,
      purpose: row.purpose,
      activationKey: formatKey(row.number),
    }),
  );
  const scope = { siteId: site.id, organizationId: String(mail.data.organization), userId: '', now: app.clock.now() };
  const lines = (await loadInstallation(app.db, scope, first.kind, first.value))?.filter((line) => line !== '') ?? [];
  const category = findCategory(registrationKeyOptions(site), first.category);
  const composed = composeMail(site, mail.language, 'registration-keys', {
    deviceId: formatDeviceId(first.value, first.kind as DeviceIdFormat),
    category: category?.name[mail.language] ?? first.category,
    installation: lines.length > 0 ? lines.join(' / ') : say('registration-keys.no-installation'),
    keys: keys.join('\n\n'),
  });
  return { ...composed, subject: oneLine(wish.subject) };
}

/** K-03.4: both addresses get one mail each with all keys, in the language of who issued them. */
const keysIssued: MailPlan = {
  template: 'registration-keys',
  what: 'registration-keys.issued',
  recipients: async (tx, event) => {
    const wish = await findWish(tx, event.siteId, event.id);
    if (!wish || !event.actorId) return [];
    const user = await tx
      .selectFrom('users')
      .select('language')
      .where('site_id', '=', event.siteId)
      .where('id', '=', event.actorId)
      .executeTakeFirst();
    return wish.addresses.map((recipient) => ({ recipient, language: (user?.language ?? 'ja') as Language }));
  },
  text: keysText,
};

/** Somebody handed over a file full of activation keys that are not theirs: the operators who answer for the site hear of it. */
const fileRefused: MailPlan = {
  template: 'file-refused',
  what: 'registration-keys.file-refused',
  recipients: (tx, event) => mailsToOperators(tx, event.siteId),
  text: async (app, site, { data, language }) => {
    const organization = await app.db
      .selectFrom('organizations')
      .select('name')
      .where('site_id', '=', site.id)
      .where('id', '=', String(data.organization))
      .executeTakeFirst();
    const { rows, guesses } = data as { rows: number; guesses: number };
    return composeMail(site, language, 'file-refused', { organization: organization?.name ?? '', rows, guesses });
  },
};

export const registrationKeyMails = [keysIssued, fileRefused];
