import type { Database, Tx } from '../kernel/database.ts';
import { reachable } from '../kernel/access.ts';
import type { Scope } from '../kernel/session.ts';
import { newId } from '../kernel/ids.ts';
import { lockIdentifier } from './store.ts';

export type Lines = [string, string];

/**
 * What was last written down for a device ID by an organization the caller may read: its own, for operators any. Null
 * for never, and for others' (K-03.2).
 */
export async function loadInstallation(
  db: Tx | Database,
  scope: Scope,
  kind: string,
  deviceId: string,
): Promise<Lines | null> {
  const row = await db
    .selectFrom('installation_texts as t')
    .innerJoin('identifiers as i', (join) =>
      join.onRef('i.site_id', '=', 't.site_id').onRef('i.id', '=', 't.identifier_id'),
    )
    .select('t.lines')
    .where('t.site_id', '=', scope.siteId)
    .where('t.organization_id', 'in', reachable(scope, 'read'))
    .where('i.kind', '=', kind)
    .where('i.value', '=', deviceId)
    .orderBy('t.stored_at', 'desc')
    .orderBy('t.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? [row.lines[0] ?? '', row.lines[1] ?? ''] : null;
}

/** Writes the text down beside earlier ones, which stay as its history. */
export async function storeInstallation(
  tx: Tx,
  scope: Scope,
  kind: string,
  deviceId: string,
  lines: Lines,
): Promise<void> {
  const identifierId = await lockIdentifier(tx, scope.siteId, kind, deviceId);
  await tx
    .insertInto('installation_texts')
    .values({
      site_id: scope.siteId,
      id: newId(),
      organization_id: scope.organizationId,
      identifier_id: identifierId,
      lines,
      user_id: scope.userId,
      stored_at: scope.now,
    })
    .execute();
}
