import { sql } from 'kysely';
import { registrationFields, type RegistrationField } from '../../../domain/devices/fields.ts';
import type { Database } from '../../kernel/database.ts';
import type { RegistrationRow } from './find.ts';
import { causes, type DeviceHistory, type HistoryWhat } from './history-schemas.ts';

/** So many of the newest; who wants more than a page of them looks for something else. */
const shownMax = 50;

/** What is told of a device, by the event that says it. How it came to its owner stands in its registration, and looking at it is nothing that happened to it. */
const told: Readonly<Record<string, HistoryWhat>> = {
  'devices.changed': 'changed',
  'devices.end-reported': 'end-reported',
  'devices.end-withdrawn': 'end-withdrawn',
  'devices.end-declined': 'end-declined',
  'devices.ended': 'ended',
  'devices.replaced': 'replaced',
  'transfers.offered': 'offered',
  'transfers.ordered': 'ordered',
  'transfers.ended': 'transfer-ended',
};

type Row = {
  at: Date;
  what: string;
  fields: unknown;
  user: string | null;
  organization: string | null;
  own: boolean;
};

/** What happened to a device since it is its present owner's (P-31), newest first; what others did is told without their names. */
export async function readHistory(db: Database, row: RegistrationRow): Promise<DeviceHistory> {
  const { rows } = await sql<Row>`
    select e.occurred_at as at, e.what, e.data -> 'fields' as fields, u.name as "user", o.name as organization,
      e.organization_id = ${row.organization_id}::uuid as own
    from events e
    left join users u on u.site_id = e.site_id and u.id = e.actor_id
    left join organizations o on o.site_id = e.site_id and o.id = e.organization_id
    where e.site_id = ${row.site_id} and e.subject = ${`device/${row.device_id}`} and e.subject like 'device/%'
      and e.occurred_at >= ${row.from_at} and e.what = any(${Object.keys(told)}::text[])
    order by e.occurred_at desc, e.id desc
    limit ${shownMax}`.execute(db);
  return {
    items: rows.flatMap(({ at, what, fields, user, organization, own }) => {
      const word = told[what];
      const by = { user: own ? user : null, organization };
      return word ? [{ at: at.toISOString(), what: word, fields: fieldsIn(fields), ...by }] : [];
    }),
    since: row.from_at.toISOString(),
    cause: causes.find((one) => one === row.cause) ?? 'registered',
  };
}

function fieldsIn(fields: unknown): (RegistrationField | 'registeredTo')[] {
  const known = [...registrationFields, 'registeredTo' as const];
  return Array.isArray(fields) ? known.filter((field) => fields.includes(field)) : [];
}
