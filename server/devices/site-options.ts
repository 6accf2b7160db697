import { z } from 'zod';
import { organizationKinds } from '../../domain/accounts/permissions.ts';
import { checkDigits } from '../../domain/identifiers/check-digit.ts';
import { registrationFields } from '../../domain/devices/fields.ts';
import { helpQuestions, typeIcons } from '../../domain/devices/options.ts';
import { deviceOptions } from '../../domain/site/capabilities.ts';
import type { Lack } from '../../domain/site/needs.ts';
import type { SiteCode, SiteOptions } from '../capability.ts';
import type { Site } from '../kernel/app.ts';
import { localised } from '../kernel/http/schemas.ts';
import { columnsAt, joinedKinds, type Contributions } from './contribution.ts';
import { ownColumns } from './columns.ts';
import { allJoined } from './list/joined.ts';

const length = z.int();
/** How the serial numbers of a model are written, so that a page knows one when it is scanned. */
const serial = z.strictObject({
  parts: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.enum(['letters', 'digits', 'alphanumeric']), length }),
      z.strictObject({ kind: z.literal('literal'), text: z.string() }),
    ]),
  ),
  checkDigit: z.enum(checkDigits),
});

/** Which units carry a code that a camera reads. */
const labelCode = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['all', 'none']) }),
  z.strictObject({ kind: z.literal('made-from'), month: z.string() }),
  z.strictObject({ kind: z.literal('serial-from'), serial: z.string() }),
]);

const shown = z.strictObject({
  /** What people of the site call one and many of them. */
  noun: z.strictObject({ one: localised, many: localised }),
  types: z.array(z.strictObject({ id: z.string(), name: localised, icon: z.enum(typeIcons).nullable() })),
  models: z.array(
    z.strictObject({
      id: z.string(),
      name: localised,
      type: z.string(),
      serial,
      labelCode,
      claimCode: z.boolean(),
      registeredTo: z.array(z.string()),
    }),
  ),
  /** What is asked when a device is registered, beside its serial number. */
  fields: z.array(
    z.strictObject({
      field: z.enum(registrationFields),
      required: z.boolean(),
      choices: z.array(z.string()).optional(),
      /** What the site's people call it. */
      name: localised.optional(),
    }),
  ),
  transfer: z.strictObject({
    follows: z.strictObject({ warranty: z.boolean(), keys: z.boolean() }),
    waitingDays: z.int(),
  }),
  /** What the help page answers. */
  help: z.array(z.enum(helpQuestions)),
  /** Whether there is an owner's club: a way to an account asks for it. */
  club: z.boolean(),
  /** Columns of the list in their order, and the order in which it begins. */
  columns: z.array(z.string()),
  sort: z.string(),
  /** How those of them are shown and searched that other capabilities join, and who sees them. */
  joined: z.array(
    z.strictObject({
      key: z.string(),
      kind: z.enum(joinedKinds),
      search: z.union([z.literal('part'), z.literal('choice'), z.array(z.string()), z.null()]),
      kinds: z.array(z.enum(organizationKinds)),
      mayBeEmpty: z.boolean(),
      /** What codes of the site's own are called; null where the texts of all sites say it. */
      names: z.record(z.string(), localised).nullable(),
    }),
  ),
});

function present(site: Site, contributions: Contributions): z.infer<typeof shown> {
  const { noun, types, models, registration, transfer, list, help } = deviceOptions(site);
  return {
    noun,
    types: types.map(({ icon = null, ...type }) => ({ ...type, icon })),
    models: models.map(({ id, name, type, serial: written, labelCode: carried, claimCode, registeredTo = [] }) => ({
      id,
      name,
      type,
      serial: written,
      labelCode: carried,
      claimCode,
      registeredTo,
    })),
    fields: registration.fields,
    transfer,
    help,
    club: site.accounts.signUps.some((way) => way.fields.some(({ field }) => field === 'club')),
    columns: list.columns,
    sort: list.sort,
    joined: allJoined(site, contributions)
      .filter(({ column }) => list.columns.includes(column.key))
      .map(({ column: { key, kind, search, kinds = organizationKinds, mayBeEmpty = false, names } }) => ({
        key,
        kind,
        search: search === null || search === 'part' ? search : 'fits' in search ? ('choice' as const) : [...search],
        kinds: [...kinds],
        mayBeEmpty,
        names: names ? { ...names(site) } : null,
      })),
  };
}

/** A value's place among those of its model is its place in storage: it stays. */
function codes(site: Site): SiteCode[] {
  const { types, models } = deviceOptions(site);
  return [
    ...types.map(({ id }) => ({ kind: 'device-type', code: id, fixed: {} })),
    ...models.flatMap(({ id, type, metrics, counters, settings }) => [
      { kind: 'device-model', code: id, fixed: { type } },
      ...metrics.map(({ code, kind, unit = null }, ordinal) => ({
        kind: 'metric',
        code: `${id}/${code}`,
        fixed: { kind, unit, ordinal },
      })),
      ...counters.map(({ code, unit = null }, ordinal) => ({
        kind: 'counter',
        code: `${id}/${code}`,
        fixed: { unit, ordinal },
      })),
      ...settings.map(({ code, kind, unit = null }, ordinal) => ({
        kind: 'setting',
        code: `${id}/${code}`,
        fixed: { kind, unit, ordinal },
      })),
    ]),
  ];
}

/** What `devices` makes of a site's data. */
export function deviceSite(contributions: Contributions): SiteOptions {
  return {
    schema: shown,
    present: (site) => present(site, contributions),
    codes,
    lacks: (site) => unknownColumns(site, contributions),
  };
}

/** A column that nobody brings would stay empty for ever. */
function unknownColumns(site: Site, contributions: Contributions): Lack[] {
  const { list } = deviceOptions(site);
  const joined = allJoined(site, contributions).map(({ column }) => column.key);
  const known: string[] = [...ownColumns, ...columnsAt(site, contributions).map(({ key }) => key), ...joined];
  const expected = `one of ${known.join(', ')}`;
  const named = [
    ...list.columns.map((key, at) => ({ key, path: ['list', 'columns', at] })),
    { key: list.sort.replace(/^-/, ''), path: ['list', 'sort'] },
  ];
  return named.filter(({ key }) => !known.includes(key)).map(({ key, path }) => ({ path, expected, found: key }));
}
