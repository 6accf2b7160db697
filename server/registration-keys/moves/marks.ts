import { sql } from 'kysely';
import { formatDeviceId, type DeviceIdFormat } from '../../../domain/identifiers/device-id.ts';
import type { Database } from '../../kernel/database.ts';
import type { Scope } from '../../kernel/session.ts';

/** Where an operator moved a binding to, and where it came from. */
export type Marks = { movedTo: string | null; movedFrom: string | null };

/** The moves of these bindings, which the caller has been shown. One query, also for none: a list takes its time alike. */
export async function findMarks(db: Database, scope: Scope, bindings: readonly string[]): Promise<Map<string, Marks>> {
  const rows = await db
    .selectFrom('registration_key_bindings as b')
    .leftJoin('registration_key_bindings as n', (join) =>
      join.onRef('n.site_id', '=', 'b.site_id').onRef('n.moved_from', '=', 'b.id'),
    )
    .leftJoin('identifiers as t', (join) =>
      join.onRef('t.site_id', '=', 'n.site_id').onRef('t.id', '=', 'n.identifier_id'),
    )
    .leftJoin('registration_key_bindings as p', (join) =>
      join.onRef('p.site_id', '=', 'b.site_id').onRef('p.id', '=', 'b.moved_from'),
    )
    .leftJoin('identifiers as f', (join) =>
      join.onRef('f.site_id', '=', 'p.site_id').onRef('f.id', '=', 'p.identifier_id'),
    )
    .select(['b.id', 't.kind as toKind', 't.value as to', 'f.kind as fromKind', 'f.value as from'])
    .where('b.site_id', '=', scope.siteId)
    .where('b.id', '=', sql<string>`any(${bindings}::uuid[])`)
    .where((eb) => eb.or([eb('b.moved_at', 'is not', null), eb('b.moved_from', 'is not', null)]))
    .execute();
  return new Map(
    rows.map((row) => [row.id, { movedTo: shown(row.toKind, row.to), movedFrom: shown(row.fromKind, row.from) }]),
  );
}

function shown(kind: string | null, deviceId: string | null): string | null {
  return kind === null || deviceId === null ? null : formatDeviceId(deviceId, kind as DeviceIdFormat);
}
