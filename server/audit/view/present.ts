import { factsOf } from '../../../domain/events/changes.ts';
import type { EventKind } from '../../../domain/events/kinds.ts';
import { outsideId } from '../../kernel/ids.ts';
import type { AuditEntry } from './schemas.ts';
import type { AuditRow } from './store.ts';
import { readSubject } from './subjects.ts';

/** What `from` and `to` are of, in events where they are no IDs. */
const sidesOf: Readonly<Record<string, string>> = {
  'member.role-changed': 'role',
  'maintenance-links.changed': 'value',
} satisfies Partial<Record<EventKind, string>>;

/** An event as people read it. `names` are those of what events are about, by subject. */
export function presentEntry(row: AuditRow, names: ReadonlyMap<string, string>): AuditEntry {
  const { userId, user, organizationId, organization, onBehalfOfId, onBehalfOf } = row;
  const { kind, id } = readSubject(row.subject);
  return {
    id: outsideId('event', row.id),
    position: row.position,
    at: row.at.toISOString(),
    kind: row.kind,
    by: {
      kind: row.actorKind,
      user:
        userId && user !== null
          ? { id: outsideId(row.actorKind === 'key' ? 'apiKey' : 'user', userId), name: user }
          : null,
      erased: row.userErased,
      organization: organizationId ? { id: outsideId('organization', organizationId), name: organization ?? '' } : null,
    },
    onBehalfOf: onBehalfOfId ? { id: outsideId('organization', onBehalfOfId), name: onBehalfOf ?? '' } : null,
    subject: { kind, id, name: names.get(row.subject) ?? null },
    address: row.address,
    facts: factsOf(row.data, row.details, sidesOf[row.kind] ?? null),
    erased: row.details === null,
  };
}
