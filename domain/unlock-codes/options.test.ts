import { expect, test } from 'vitest';
import { deviceOptionsSchema } from '../devices/options.ts';
import { formatFault } from '../site/fault.ts';
import { parseSite } from '../site/parse.ts';
import { findScheme, unlockCodeOptionsSchema, versionFor } from './options.ts';

const whole = `name: { ja: 見本商事, en: Mihon Trading }
contact: { text: { ja: 窓口, en: Contact }, mail: contact@example.jp }
mail: { sender: no-reply@example.jp }
documents: [{ name: terms, met: before-form }]
`;
const model = (id: string) =>
  `      - { id: ${id}, name: { ja: ${id}, en: ${id} }, type: unit, serial: { parts: [{ kind: digits, length: 8 }] }, warrantyMonths: 12 }`;
const codes = `capabilities:
  unlock-codes:
    schemes:
      - { id: ten-bits, length: bits10, issue: 2, versions: [{ version: 1, master: a }, { version: 2, master: b, shippedFrom: 2026-04-01 }] }
      - { id: eight, length: digits8, issue: 1, versions: [{ version: 1, master: c }] }
    models:
      - { model: MX100-R, scheme: ten-bits }
      - { model: MX200, scheme: eight }
  devices:
    types: [{ id: unit, name: { ja: 装置, en: Unit } }]
    models:
${model('MX100-R')}
${model('MX200')}
`;

const faultsOf = (text: string) => {
  const parsed = parseSite(whole + text, 'site.yaml', {
    devices: deviceOptionsSchema,
    'unlock-codes': unlockCodeOptionsSchema,
  });
  return parsed.ok ? [] : parsed.faults.map((fault) => formatFault(fault));
};

test('U-10 a whole site is taken', () => {
  expect(faultsOf(codes)).toEqual([]);
});

test.each([
  ['an unknown length', codes.replace('digits8', 'digits7'), 'length: expected one of bits10, digits6, digits8'],
  ['a version beyond a byte', codes.replaceAll('version: 1,', 'version: 256,'), 'version: expected at most 255'],
  ['a version twice', codes.replace('version: 2, master: b', 'version: 1, master: b'), 'expected each version once'],
  ['an issue that is not listed', codes.replace('issue: 2', 'issue: 3'), 'issue: expected one of the versions listed'],
  ['a scheme twice', codes.replace('id: eight', 'id: ten-bits'), 'expected a scheme ID that no other scheme has'],
  ['a master twice', codes.replace('master: c', 'master: a'), 'master: expected a name that no other version has'],
  ['a model twice', codes.replace('MX200', 'mx100-r'), 'models[1].model: expected each model once'],
  [
    'a model of no scheme',
    codes.replace('scheme: eight', 'scheme: nine'),
    'models[1].scheme: expected one of the schemes',
  ],
  ['a model with other characters', codes.replace('MX200', 'MX/200'), 'letters, digits, points'],
  [
    'a first version with a day',
    codes.replace('version: 1, master: c', 'version: 1, master: c, shippedFrom: 2026-01-01'),
    'schemes[1].versions[0].shippedFrom: expected nothing, because no version is listed before it',
  ],
  ['a day that is none', codes.replace('2026-04-01', '2026-04-31'), 'shippedFrom'],
  [
    'days that fall',
    codes.replace(
      '}] }\n      - { id: eight',
      '}, { version: 3, master: d, shippedFrom: 2026-03-01 }] }\n      - { id: eight',
    ),
    'versions[2].shippedFrom: expected a day after that of the versions before',
  ],
  ['no models', codes.replace(/ {4}models:[^]*$/, '    models: []\n'), 'models: expected at least 1 entry'],
])('U-10 refused: %s', (_, text, expected) => {
  expect(faultsOf(text).join('\n')).toContain(expected);
});

const options = unlockCodeOptionsSchema.parse({
  schemes: [
    {
      id: 'dated',
      length: 'bits10',
      issue: 3,
      versions: [
        { version: 1, master: 'a' },
        { version: 2, master: 'b', shippedFrom: '2026-04-01' },
        { version: 3, master: 'c', shippedFrom: '2027-04-01' },
        { version: 4, master: 'd', shippedFrom: '2028-04-01' },
      ],
    },
    {
      id: 'undated',
      length: 'digits6',
      issue: 2,
      versions: [
        { version: 1, master: 'e' },
        { version: 2, master: 'f' },
      ],
    },
  ],
  models: [
    { model: 'MX100', scheme: 'dated' },
    { model: 'MX200', scheme: 'undated' },
  ],
});

test.each([
  ['MX100', null, 3],
  ['MX100', '2025-01-01', 1],
  ['MX100', '2026-03-31', 1],
  ['MX100', '2026-04-01', 2],
  ['MX100', '2027-03-31', 2],
  ['MX100', '2027-04-01', 3],
  ['MX100', '2030-01-01', 3],
  ['MX200', null, 2],
  ['MX200', '2020-01-01', 2],
])('U-10 a %s shipped %s was made with version %d', (model, shippedOn, version) => {
  const scheme = findScheme(options, model);
  expect(scheme && versionFor(scheme, shippedOn)).toBe(version);
});

test('U-13 a model that is not listed has no code', () => {
  expect(findScheme(options, 'BT100')).toBe(null);
});
