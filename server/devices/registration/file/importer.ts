import { createHash } from 'node:crypto';
import { registrationFields, type RegistrationField } from '../../../../domain/devices/fields.ts';
import { existenceFaultsMax, weighFile } from '../../../../domain/devices/tries.ts';
import { deviceOptions } from '../../../../domain/site/capabilities.ts';
import { translatorFor } from '../../../../domain/texts/translator.ts';
import type { Column, Importer, Refused } from '../../../imports/importer.ts';
import type { NewEvent } from '../../../kernel/events.ts';
import type { Scope } from '../../../kernel/session.ts';
import type { Contributions } from '../../contribution.ts';
import { deviceProblem } from '../../problems.ts';
import { countMiss, judgeTries } from '../../tries.ts';
import { openRegistrations, type Opening } from '../open.ts';
import { storeParents } from '../parents.ts';
import { openingOf } from '../register.ts';
import { checkRegistrations } from './check.ts';
import { presentResult, resultColumns, type Became } from './result.ts';
import { readRegistrationRow, type RegistrationRow } from './row.ts';

export const registrationsKind = 'device-registrations';
export const registrationsRowsMax = 5_000;
const perStatementMax = 1_000;

const place: RegistrationField[] = ['postalCode', 'prefecture', 'city', 'street', 'building'];
const person: RegistrationField[] = ['company', 'name', 'kana', 'department'];
const codeFields: readonly string[] = ['postalCode'];

const columns: readonly Column[] = [
  {
    key: 'serial',
    required: true,
    code: true,
    alsoCalled: ['シリアル番号', 'シリアルナンバー', 'Serial'],
  },
  { key: 'claimCode', required: false, code: true },
  { key: 'registeredTo', required: false, code: true },
  ...registrationFields.map((key): Column => {
    const column = { key, required: false };
    if (key === 'purchasedOn') return { ...column, day: true, alsoCalled: ['購入日', 'Date of purchase'] };
    return codeFields.includes(key) ? { ...column, code: true } : column;
  }),
];

/** Devices in great number (U-04): every rule of one registration, one job, one transaction. */
export function registrationImporter(contributions: Contributions): Importer<RegistrationRow> {
  return {
    kind: registrationsKind,
    capability: 'devices',
    permission: 'devices:register',
    page: '/o/$organization/devices/register-many/$import',
    mailed: true,
    openTemplate: true,
    rowsMax: registrationsRowsMax,
    columns,
    asksFor: (site, key) => {
      const { models, registration } = deviceOptions(site);
      if (key === 'serial') return true;
      if (key === 'claimCode') return models.some((model) => model.claimCode);
      if (key === 'registeredTo') return models.some((model) => model.registeredTo?.length);
      return registration.fields.some(({ field }) => field === key);
    },
    defaults: [['purchasedOn'], place, person, ['remarks']],
    tells: ['model', 'warrantyUntil', 'state'],
    counted: 'state',
    readRow: readRegistrationRow,
    admit: async (tx, scope, address) => (await judgeTries(tx, scope, address)).refused,
    checkRows: (app, tx, site, rows, scope, lock) =>
      checkRegistrations({ app, tx, site, scope, contributions }, rows, lock),
    weigh: async (tx, scope, { rows, codes }, address) => {
      const guesses = codes['devices/not-registrable'] ?? 0;
      const weight = weighFile(guesses);
      if (weight === 'nothing') return null;
      const events = await countMiss(tx, scope, await judgeTries(tx, scope, address));
      if (weight === 'refused') return refuse(scope, rows, guesses, events);
      return events.length > 0 ? { problem: null, events } : null;
    },

    async store(app, tx, site, scope, importId, values, done = () => undefined) {
      const around = { app, tx, site, scope, contributions };
      const registrationIds: string[] = [];
      const became: Became[] = [];
      const given: NewEvent[] = [];
      for (let at = 0; at < values.length; at += perStatementMax) {
        const part = values.slice(at, at + perStatementMax).map((row) => opened(row, scope));
        const fresh = part.flatMap((one) => ('opening' in one ? [one] : []));
        const written = await openRegistrations(
          around,
          'registered',
          fresh.map((one) => one.opening),
          importId,
        );
        given.push(...written.events);
        await storeParents(
          tx,
          scope,
          fresh.flatMap(({ opening, parentDeviceId }) =>
            parentDeviceId === null ? [] : [{ deviceId: opening.deviceId, parentDeviceId }],
          ),
        );
        registrationIds.push(...fresh.map(({ opening }) => opening.registrationId));
        became.push(...part.map(({ became: one }) => one));
        done(at + part.length);
      }
      const events = [registered(scope, importId, values.length, registrationIds), ...given];
      return { stored: registrationIds.length, events, result: became };
    },

    result: {
      columns: (site) => resultColumns(site, contributions),
      present: (app, site, rows) => presentResult(app, site, contributions, rows),
    },
    inWords: (_site, language, column, word) =>
      column === 'state' ? translatorFor(language, 'headings')(`${registrationsKind}.${word}`) : word,
  };
}

type Opened = { became: Became; opening: Opening; parentDeviceId: string | null } | { became: Became };

function opened({ judged, registrationId }: RegistrationRow, scope: Scope): Opened {
  if (registrationId !== null) return { became: { registration: registrationId, state: 'registered-before' } };
  if (!judged) throw new Error('a row was to be stored that nobody judged');
  const opening = openingOf(judged, scope.organizationId);
  return {
    became: { registration: opening.registrationId, state: 'new' },
    opening,
    parentDeviceId: judged.parent?.deviceId ?? null,
  };
}

/** So many numbers that cannot be registered are no slip of the hand: none of them is shown, and the operators hear of it. */
function refuse(scope: Scope, rows: number, guesses: number, events: NewEvent[]): Refused {
  const { organizationId } = scope;
  return {
    problem: deviceProblem('file-refused', { params: { max: existenceFaultsMax } }),
    events: [
      ...events,
      {
        what: 'devices.file-refused',
        subject: `organization/${organizationId}`,
        data: { organization: organizationId, rows, guesses },
      },
    ],
  };
}

/**
 * One event for a file: it names the import, by which the registrations know it, and carries a hash over the new ones, so that the chain
 * holds exactly this set.
 */
function registered(
  { organizationId }: Scope,
  importId: string,
  rows: number,
  registrationIds: readonly string[],
): NewEvent {
  const hash = createHash('sha256');
  for (const id of registrationIds.toSorted()) hash.update(id);
  return {
    what: 'devices.registered-by-file',
    subject: `import/${importId}`,
    data: { organization: organizationId, rows, new: registrationIds.length, newRegistrationsHash: hash.digest('hex') },
  };
}
