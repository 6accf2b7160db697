import type { z } from 'zod';
import { isOwn, placeOf, type CounterUnit, type Dimensions } from '../counters/places.ts';
import { serialCharactersMax, serialLength, type SerialFormat } from '../identifiers/serial-number.ts';
import type { RegistrationField } from './fields.ts';

type Entry = {
  code: string;
  kind?: string;
  min?: number | undefined;
  max?: number | undefined;
  step?: number | undefined;
  choices?: { code: string }[] | undefined;
};
type Model = {
  id: string;
  type: string;
  serial: SerialFormat;
  registeredTo?: string[] | undefined;
  standsAlone: boolean;
  metrics: Entry[];
  counters: (Entry & Dimensions & { counts?: CounterUnit | undefined })[];
  settings: Entry[];
  statuses: Entry[];
};
type Options = {
  types: { id: string }[];
  models: Model[];
  registration: { fields: { field: RegistrationField; choices?: string[] | undefined }[] };
  list: { columns: string[] };
};
type Refuse = (path: (string | number)[], message: string) => void;

/** What spans several keys of the options: names stand once, what is named is there, limits are in order. */
export function checkOptions(options: Options, context: z.RefinementCtx): void {
  const refuse: Refuse = (path, message) => context.addIssue({ code: 'custom', path, message });
  const { types, models, registration, list } = options;
  const kinds = types.map((one) => one.id);
  repeats(kinds).forEach((at) => refuse(['types', at, 'id'], 'a kind that stands nowhere else'));
  repeats(models.map((one) => one.id.toLowerCase())).forEach((at) =>
    refuse(['models', at, 'id'], 'a model that stands nowhere else, capitals or not'),
  );
  repeats(registration.fields.map((one) => one.field)).forEach((at) =>
    refuse(['registration', 'fields', at, 'field'], 'each field once'),
  );
  registration.fields.forEach(({ field, choices }, at) => {
    if ((field === 'timeZone') !== (choices !== undefined))
      refuse(['registration', 'fields', at, 'choices'], '"choices" where the field is timeZone, and only there');
  });
  repeats(list.columns).forEach((at) => refuse(['list', 'columns', at], 'each column once'));
  models.forEach((model, at) => checkModel(model, kinds, (path, message) => refuse(['models', at, ...path], message)));
}

function checkModel(model: Model, kinds: readonly string[], refuse: Refuse): void {
  if (!kinds.includes(model.type)) refuse(['type'], 'one of the kinds under "types"');
  model.registeredTo?.forEach((kind, at) => {
    if (!kinds.includes(kind)) refuse(['registeredTo', at], 'one of the kinds under "types"');
  });
  if (!model.standsAlone && !model.registeredTo?.length)
    refuse(['standsAlone'], 'true, or kinds under "registeredTo" with which a unit is used');
  const length = serialLength(model.serial);
  if (length < 4 || length > serialCharactersMax)
    refuse(['serial', 'parts'], `serial numbers of 4 to ${serialCharactersMax} characters`);
  const last = model.serial.parts.at(-1);
  const { checkDigit } = model.serial;
  if (checkDigit !== 'none' && (last?.kind === 'literal' || last?.kind === 'letters'))
    refuse(['serial', 'checkDigit'], '"none", or a last part of digits, because the last character is the check digit');
  if (checkDigit === 'mod37-36' && last?.kind === 'digits')
    refuse(['serial', 'parts'], 'a last part that is alphanumeric, because the check digit may be a letter');
  const places = model.counters.map(placeOf);
  places.forEach((place, at) => {
    if (place === undefined)
      refuse(['counters', at], 'what can be counted: the total, one dimension, or a colour with a function or a size');
    else if (!isOwn(place) && places.indexOf(place) < at) refuse(['counters', at], 'what no counter before it counts');
    const { counts } = model.counters[at] ?? {};
    if (counts === 'uses' && place !== 'total' && place !== undefined && !isOwn(place))
      refuse(['counters', at, 'counts'], '"uses" for the total and for counters without a dimension only');
  });
  for (const list of ['metrics', 'counters', 'settings', 'statuses'] as const) {
    repeats(model[list].map((one) => one.code)).forEach((at) => refuse([list, at, 'code'], 'each code once'));
    model[list].forEach(({ min, max }, at) => {
      if (min !== undefined && max !== undefined && min > max) refuse([list, at, 'min'], 'at most "max"');
    });
  }
  model.settings.forEach((setting, at) =>
    checkSetting(setting, (path, message) => refuse(['settings', at, ...path], message)),
  );
}

function checkSetting({ kind, min, max, step, choices }: Entry, refuse: Refuse): void {
  const counts = kind === 'number' || kind === 'integer';
  if ((kind === 'choice') !== (choices !== undefined))
    refuse(['choices'], '"choices" where the kind is choice, and only there');
  repeats((choices ?? []).map(({ code }) => code)).forEach((at) => refuse(['choices', at, 'code'], 'each code once'));
  if (!counts && (min !== undefined || max !== undefined)) refuse(['min'], 'limits for numbers only');
  if (!counts && kind !== 'window' && step !== undefined) refuse(['step'], 'steps for numbers and windows only');
  if (kind === 'window' && step !== undefined && !(Number.isInteger(step) && 60 % step === 0))
    refuse(['step'], 'minutes of which an hour is a multiple');
}

function repeats(values: readonly string[]): number[] {
  return values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []));
}
