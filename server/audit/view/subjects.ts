import { sql } from 'kysely';
import type { Database, Tx } from '../../kernel/database.ts';

/** What an event is about: the kind of thing, and its ID or code. */
export type Subject = { kind: string; id: string | null };

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function readSubject(subject: string): Subject {
  const [kind = '', ...rest] = subject.split('/');
  const id = rest.at(-1) ?? null;
  return { kind, id: id === 'unknown' ? null : id };
}

/** Where the name of a thing stands, by its kind. */
const named = {
  organization: sql`select o.id, o.name from organizations o where o.site_id = `,
  user: sql`select u.id, u.name from users u where u.site_id = `,
  device: sql`select m.device_id as id, m.serial as name from manufactured_devices m where m.site_id = `,
  'device-group': sql`select g.id, g.name from device_groups g where g.site_id = `,
  'api-key': sql`select k.id, k.name from api_keys k where k.site_id = `,
  webhook: sql`select w.id, w.name from webhooks w where w.site_id = `,
  import: sql`select i.id, i.file_name as name from imports i where i.site_id = `,
} as const;
const idColumns: Record<keyof typeof named, string> = {
  organization: 'o.id',
  user: 'u.id',
  device: 'm.device_id',
  'device-group': 'g.id',
  'api-key': 'k.id',
  webhook: 'w.id',
  import: 'i.id',
};

/** The names of what these subjects name, by subject; what has no name of its own is called by its code. */
export async function nameSubjects(
  db: Database | Tx,
  siteId: string,
  subjects: readonly string[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const byKind = Map.groupBy(new Set(subjects), (subject) => readSubject(subject).kind);
  for (const [kind, some] of byKind) {
    const ids = some.flatMap((subject) => readSubject(subject).id ?? []);
    if (isNamed(kind)) {
      const known = ids.filter((id) => uuidPattern.test(id));
      const { rows } = await sql<{ id: string; name: string }>`
        ${named[kind]}${siteId} and ${sql.ref(idColumns[kind])} = any(${known}::uuid[])`.execute(db);
      for (const { id, name } of rows) if (name !== '') names.set(`${kind}/${id}`, name);
    } else for (const subject of some) setCode(names, subject);
  }
  return names;
}

function isNamed(kind: string): kind is keyof typeof named {
  return Object.hasOwn(named, kind);
}

/** Keys and device IDs are names themselves. */
function setCode(names: Map<string, string>, subject: string): void {
  const { kind, id } = readSubject(subject);
  if (id && (kind === 'activation-key' || kind === 'identifier')) names.set(subject, id);
}
