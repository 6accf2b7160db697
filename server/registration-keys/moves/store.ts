import { formatDeviceId, type DeviceIdFormat } from '../../../domain/identifiers/device-id.ts';
import { formatKey } from '../../../domain/registration-keys/key.ts';
import type { App } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { outsideId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';

/** Marks a binding as moved on; it stays for ever, and so does its key on the old unit. */
export async function closeBinding(tx: Tx, scope: Scope, id: string): Promise<void> {
  await tx
    .updateTable('registration_key_bindings')
    .set({ moved_at: scope.now })
    .where('site_id', '=', scope.siteId)
    .where('id', '=', id)
    .execute();
}

/** Puts the new binding into the history of every organization that had the old one; gives these organizations. */
export async function copyIssues(tx: Tx, scope: Scope, from: string, to: string): Promise<string[]> {
  const rows = await tx
    .insertInto('registration_key_issues')
    .columns(['site_id', 'binding_id', 'organization_id', 'user_id', 'issued_at', 'shown_again', 'last_shown_at'])
    .expression((eb) =>
      eb
        .selectFrom('registration_key_issues as r')
        .select((of) => [
          'r.site_id',
          of.val(to).$castTo<string>().as('binding_id'),
          'r.organization_id',
          'r.user_id',
          of.val(scope.now).as('issued_at'),
          of.lit(0).as('shown_again'),
          of.val(scope.now).as('last_shown_at'),
        ])
        .where('r.site_id', '=', scope.siteId)
        .where('r.binding_id', '=', from),
    )
    .returning('organization_id')
    .execute();
  return rows.map((row) => row.organization_id);
}

/** One activation key with every device ID that it serves or served, newest first; null where there is no such key. */
export async function readActivationKey(app: App, scope: Scope, number: string) {
  const key = await app.db
    .selectFrom('activation_keys')
    .select(['number', 'product_number', 'purpose', 'category', 'created_at', 'batch_id', 'voided_at'])
    .where('site_id', '=', scope.siteId)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!key) return null;
  const rows = await app.db
    .selectFrom('registration_key_bindings as b')
    .innerJoin('identifiers as i', (join) =>
      join.onRef('i.site_id', '=', 'b.site_id').onRef('i.id', '=', 'b.identifier_id'),
    )
    .innerJoin('registration_key_issues as r', (join) =>
      join.onRef('r.site_id', '=', 'b.site_id').onRef('r.binding_id', '=', 'b.id'),
    )
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'r.site_id').onRef('o.id', '=', 'r.organization_id'),
    )
    .select(['b.id', 'i.kind', 'i.value', 'b.issued_at', 'b.moved_at', 'o.name'])
    .where('b.site_id', '=', scope.siteId)
    .where('b.activation_key', '=', number)
    .orderBy('b.issued_at', 'desc')
    .orderBy('b.id', 'desc')
    .orderBy('r.issued_at')
    .execute();
  const devices = [...Map.groupBy(rows, (row) => row.id).values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    return [
      {
        deviceId: formatDeviceId(first.value, first.kind as DeviceIdFormat),
        since: first.issued_at.toISOString(),
        until: first.moved_at?.toISOString() ?? null,
        organizations: [first.name, ...others.map((one) => one.name)],
      },
    ];
  });
  return {
    number: formatKey(key.number),
    productNumber: key.product_number,
    purpose: key.purpose,
    category: key.category,
    createdAt: key.created_at.toISOString(),
    batch: key.batch_id && outsideId('batch', key.batch_id),
    state: key.voided_at ? ('voided' as const) : devices.length > 0 ? ('used' as const) : ('unused' as const),
    devices,
  };
}
