import { formatDeviceId, type DeviceIdFormat } from '../../../domain/identifiers/device-id.ts';
import { formatKey } from '../../../domain/registration-keys/key.ts';
import type { Language } from '../../../domain/site/languages.ts';
import type { Database } from '../../kernel/database.ts';
import { composeMail } from '../../mail/compose.ts';
import type { MailPlan } from '../../mail/plan.ts';
import { keyMaker } from '../masters.ts';
import { detailOf } from '../../kernel/event-details.ts';

async function findMove(db: Database, siteId: string, id: string) {
  return db
    .selectFrom('registration_key_bindings as b')
    .innerJoin('identifiers as i', (join) =>
      join.onRef('i.site_id', '=', 'b.site_id').onRef('i.id', '=', 'b.identifier_id'),
    )
    .innerJoin('activation_keys as a', (join) =>
      join.onRef('a.site_id', '=', 'b.site_id').onRef('a.number', '=', 'b.activation_key'),
    )
    .innerJoin('registration_key_bindings as p', (join) =>
      join.onRef('p.site_id', '=', 'b.site_id').onRef('p.id', '=', 'b.moved_from'),
    )
    .innerJoin('identifiers as f', (join) =>
      join.onRef('f.site_id', '=', 'p.site_id').onRef('f.id', '=', 'p.identifier_id'),
    )
    .select(['b.product', 'b.feature', 'b.slot', 'b.key_version as version', 'i.kind', 'i.value', 'f.value as from'])
    .select(['a.number', 'a.product_number', 'a.purpose'])
    .where('b.site_id', '=', siteId)
    .where('b.id', '=', id)
    .executeTakeFirst();
}

/** K-04's exception is told to every organization that had the key: to who issued it and to its owners, each once. */
export const keyMoved: MailPlan = {
  template: 'registration-key-moved',
  what: 'registration-keys.moved',
  recipients: async (tx, event) => {
    const users = await tx
      .selectFrom('users as u')
      .innerJoin('registration_key_issues as r', (join) =>
        join.onRef('r.site_id', '=', 'u.site_id').onRef('r.organization_id', '=', 'u.organization_id'),
      )
      .select(['u.mail', 'u.language'])
      .where('u.site_id', '=', event.siteId)
      .where('r.binding_id', '=', String(event.data.binding))
      .where('u.ended_at', 'is', null)
      .where((eb) => eb.or([eb('u.role', '=', 'owner'), eb('u.id', '=', eb.ref('r.user_id'))]))
      .orderBy('u.id')
      .execute();
    const byAddress = new Map(users.map((user) => [user.mail, user.language as Language]));
    return [...byAddress].map(([recipient, language]) => ({ recipient, language }));
  },
  text: async (app, site, { eventId, language, data }) => {
    const move = await findMove(app.db, site.id, String(data.binding));
    if (!move) return null;
    const { product, feature, slot, version, value: deviceId, kind } = move;
    const makeKey = await keyMaker(app, site, [version]);
    return composeMail(site, language, 'registration-key-moved', {
      activationKey: formatKey(move.number),
      productNumber: move.product_number,
      purpose: move.purpose,
      from: formatDeviceId(move.from, kind as DeviceIdFormat),
      to: formatDeviceId(deviceId, kind as DeviceIdFormat),
      registrationKey: formatKey(makeKey({ product, deviceId, feature, slot, version })),
      reason: await detailOf(app.db, site.id, eventId, 'reason'),
    });
  },
};
