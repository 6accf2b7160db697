import { z } from 'zod';
import type { OrganizationKind } from '../../../domain/accounts/permissions.ts';
import { deviceOptions } from '../../../domain/site/capabilities.ts';
import { readDayRange, type DayRange } from '../../../domain/exports/day-range.ts';
import { canonicalSerial } from '../../../domain/identifiers/serial-number.ts';
import type { Site } from '../../kernel/app.ts';
import { outsideIdSchema, sortBy } from '../../kernel/http/schemas.ts';
import { platformProblem, type FieldFault, type Problem } from '../../kernel/http/problem.ts';
import { insideId } from '../../kernel/ids.ts';
import { columnsAt, type Contributions, type JoinedColumn } from '../contribution.ts';
import { ownColumns } from '../columns.ts';
import { joinedFor, type JoinedFilter } from './joined.ts';

const typed = z.string().max(200).optional();
const day = z.string().max(10).optional().describe('A day such as 2026-11-01, counted in');

/** The conditions of the list and its file: one for each column (U-05), those of other capabilities among them. */
export function listQuery(contributions: Contributions) {
  const all = contributions.map(({ contribution }) => contribution);
  const kept = all.flatMap(({ columns = [] }) => columns.map(({ key }) => key));
  const contributed = Object.fromEntries(kept.map((key) => [key, typed])) as Record<string, typeof typed>;
  const joined = all.flatMap(({ joined: rows = [] }) => rows.flatMap(({ columns }) => columns));
  const joinedConditions = Object.fromEntries(
    joined.flatMap(({ key, search }) => (search === null ? [] : [[key, conditionOf(search)]])),
  ) as Record<string, typeof typed>;
  const keys = [...kept, ...joined.map(({ key }) => key)];
  return z.strictObject({
    ...contributed,
    ...joinedConditions,
    serial: typed,
    model: typed,
    type: typed,
    purchasedFrom: day,
    purchasedTo: day,
    endedFrom: day,
    endedTo: day,
    ended: z.enum(['yes', 'no']).optional(),
    warranty: z.enum(['running', 'over', 'none']).optional(),
    installation: typed,
    address: typed,
    building: typed,
    remarks: typed,
    company: typed,
    organization: outsideIdSchema('organization').optional(),
    /** Whose warranty an edit made longer, and nobody has looked at it since. */
    lengthened: z.enum(['yes']).optional(),
    sort: sortBy([...ownColumns, ...keys]),
  });
}

function conditionOf(search: NonNullable<JoinedColumn['search']>) {
  if (search === 'part') return typed;
  return 'schema' in search ? search.schema.optional() : z.enum(search).optional();
}

export type ListQuery = z.output<ReturnType<typeof listQuery>>;

/** What is looked for, as it is stored. */
export type DeviceFilter = {
  serial: string;
  /** Null: all; none: nothing is found. */
  models: readonly string[] | null;
  type: string;
  purchased: DayRange;
  endedOn: DayRange;
  ended: 'yes' | 'no' | null;
  warranty: 'running' | 'over' | 'none' | null;
  installation: string;
  address: string;
  building: string;
  remarks: string;
  company: string;
  organizationId: string | null;
  lengthened: boolean;
  /** Values that other capabilities keep, by key. */
  listed: readonly { from: string; anyOf: readonly string[] }[];
  joined: readonly JoinedFilter[];
};

/** Reads the conditions, or names every one that cannot be. */
export function readFilter(
  site: Site,
  contributions: Contributions,
  kind: OrganizationKind,
  query: ListQuery,
): DeviceFilter | Problem {
  const errors: FieldFault[] = [];
  const purchased = days({ from: query.purchasedFrom, to: query.purchasedTo }, 'purchased', errors);
  const endedOn = days({ from: query.endedFrom, to: query.endedTo }, 'ended', errors);
  const given = query as Record<string, string | undefined>;
  const listed = columnsAt(site, contributions).flatMap((column) => {
    const text = given[column.key]?.trim() ?? '';
    if (text === '') return [];
    const found = column.search(text);
    if (found.ok) return [{ from: column.from, anyOf: found.value }];
    errors.push({ pointer: `/${column.key}`, code: found.code, ...(found.params && { params: found.params }) });
    return [];
  });
  const joined = joinedFor(site, contributions, kind).flatMap((one) => {
    const text = given[one.column.key]?.trim() ?? '';
    return text === '' ? [] : [{ ...one, text }];
  });
  if (errors.length > 0) return platformProblem('invalid-fields', { errors });
  return {
    serial: canonicalSerial(query.serial ?? ''),
    models: modelsLike(site, query.model ?? ''),
    type: query.type ?? '',
    purchased,
    endedOn,
    ended: query.ended ?? null,
    warranty: query.warranty ?? null,
    installation: query.installation?.trim() ?? '',
    address: query.address?.replaceAll(/\s/gu, '') ?? '',
    building: query.building?.trim() ?? '',
    remarks: query.remarks?.trim() ?? '',
    company: query.company?.trim() ?? '',
    organizationId: query.organization ? insideId(query.organization) : null,
    lengthened: query.lengthened === 'yes',
    listed,
    joined,
  };
}

function days(
  typedDays: { from: string | undefined; to: string | undefined },
  field: 'purchased' | 'ended',
  errors: FieldFault[],
): DayRange {
  const range = readDayRange(typedDays);
  if (range.ok) return range.value;
  for (const fault of range.faults)
    errors.push({ pointer: `/${field}${fault.field === 'from' ? 'From' : 'To'}`, code: `exports/${fault.code}` });
  return { from: null, to: null };
}

/** Models whose name, in any language, has the text in it: they are few, so the database is asked for IDs. */
function modelsLike(site: Site, text: string): string[] | null {
  const bare = (one: string) => one.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();
  const wanted = bare(text);
  if (wanted === '') return null;
  return deviceOptions(site)
    .models.filter(({ id, name }) => [id, name.ja, name.en].some((one) => bare(one).includes(wanted)))
    .map(({ id }) => id);
}
