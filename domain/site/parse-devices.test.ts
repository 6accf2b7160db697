import { expect, test } from 'vitest';
import { deviceOptionsSchema } from '../devices/options.ts';
import { formatFault } from './fault.ts';
import { parseSite } from './parse.ts';

const schemas = { devices: deviceOptionsSchema };
const whole = `name: { ja: 見本商事, en: Mihon Trading }
contact: { text: { ja: 窓口, en: Contact }, mail: contact@example.jp }
mail: { sender: no-reply@example.jp }
documents: [{ name: terms, met: before-form }]
capabilities:
  devices:
`;
const serial = 'parts: [{ kind: letters, length: 2 }, { kind: digits, length: 7 }]';
const devices = `    types: [{ id: lamp, name: { ja: 灯, en: Lamp } }, { id: cell, name: { ja: 電池, en: Cell } }]
    models:
      - { id: LN-5, name: { ja: 行灯, en: Lantern }, type: lamp, serial: { ${serial}, checkDigit: luhn }, warrantyMonths: 12,
          metrics: [{ code: load, name: { ja: 負荷, en: Load }, min: 0, max: 9 }],
          settings: [{ code: mode, name: { ja: 様式, en: Mode }, kind: choice, choices: [] }] }
      - { id: LB-5, name: { ja: 電池, en: Cell }, type: cell, serial: { ${serial} }, registeredTo: [lamp] }
`;

const faultsOf = (text: string) => {
  const parsed = parseSite(whole + text, 'sites/x/site.yaml', schemas);
  return parsed.ok ? [] : parsed.faults.map((fault) => formatFault(fault).replace('sites/x/site.yaml:', ''));
};

test('P-30 models are data of the site, and the rest has its defaults', () => {
  expect(faultsOf(devices)).toEqual([]);
  const parsed = parseSite(whole + devices, 'sites/x/site.yaml', schemas);
  expect(parsed.ok && parsed.site.capabilities.devices).toMatchObject({
    models: [
      { claimCode: false, counters: [] },
      { metrics: [], registeredTo: ['lamp'] },
    ],
    list: { sort: '-registeredAt' },
    transfer: { waitingDays: 14 },
  });
});

test.each([
  ['a kind twice', devices.replace('id: cell', 'id: lamp'), 'types[1].id: expected a kind that stands nowhere else'],
  [
    'a model twice, in other letters',
    devices.replace('id: LB-5', 'id: ln-5'),
    'models[1].id: expected a model that stands nowhere else',
  ],
  [
    'a model of an unknown kind',
    devices.replace('type: cell', 'type: fan'),
    'models[1].type: expected one of the kinds under "types"',
  ],
  [
    'registered to an unknown kind',
    devices.replace('[lamp]', '[fan]'),
    'models[1].registeredTo[0]: expected one of the kinds',
  ],
  [
    'a check digit that is a letter',
    devices.replace('checkDigit: luhn', 'checkDigit: mod37-36'),
    'a last part that is alphanumeric',
  ],
  [
    'a check digit after letters',
    devices.replace(serial, 'parts: [{ kind: digits, length: 7 }, { kind: letters, length: 2 }]'),
    '"none", or a last part of digits',
  ],
  [
    'too short a serial number',
    devices.replace(serial, 'parts: [{ kind: digits, length: 3 }]'),
    'expected serial numbers of 4 to 40 characters',
  ],
  [
    'a literal in small letters',
    devices.replace(serial, 'parts: [{ kind: literal, text: ab }]'),
    'capitals and digits',
  ],
  [
    'limits turned round',
    devices.replace('min: 0, max: 9', 'min: 10, max: 9'),
    'metrics[0].min: expected at most "max"',
  ],
  [
    'a metric twice',
    devices.replace('metrics: [', 'metrics: [{ code: load, name: { ja: 負荷, en: Load } }, '),
    'metrics[1].code: expected each code once',
  ],
  [
    'a choice without choices',
    devices.replace(', choices: []', ''),
    'settings[0].choices: expected "choices" where the kind is choice',
  ],
  [
    'no months of warranty',
    devices.replace('warrantyMonths: 12', 'warrantyMonths: 0'),
    'warrantyMonths: expected at least 1',
  ],
  [
    'a field twice',
    `${devices}    registration: { fields: [{ field: city }, { field: city }] }\n`,
    'fields[1].field: expected each field once',
  ],
  [
    'a time zone without zones to choose from',
    `${devices}    registration: { fields: [{ field: timeZone }] }\n`,
    'fields[0].choices: expected "choices" where the field is timeZone',
  ],
  [
    'a zone that there is not',
    `${devices}    registration: { fields: [{ field: timeZone, choices: [Asia/Edo] }] }\n`,
    'choices[0]: expected an IANA time zone',
  ],
  [
    'an unknown field',
    `${devices}    registration: { fields: [{ field: shoe }] }\n`,
    'fields[0].field: expected one of',
  ],
  ['a column twice', `${devices}    list: { columns: [serial, serial] }\n`, 'columns[1]: expected each column once'],
])('P-30 site data of devices are refused: %s', (_, text, expected) => {
  expect(faultsOf(text).join('\n')).toContain(expected);
});

test('U-01 the club can be asked for only where somebody keeps it', () => {
  const signUp = `accounts:
  signUps:
    - { steps: [terms, form, confirm, code, password, done, login], fields: [{ field: company }, { field: mail }, { field: club }] }
`;
  expect(faultsOf(devices + signUp).join('\n')).toContain('no field "club", or the step "customer-data"');
});
