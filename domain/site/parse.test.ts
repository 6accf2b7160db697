import fc from 'fast-check';
import { expect, test } from 'vitest';
import { registrationKeyOptionsSchema } from '../registration-keys/options.ts';
import { formatFault } from './fault.ts';
import { parseSite } from './parse.ts';
import { isSiteId, siteJsonSchema } from './site.ts';

const schemas = { 'registration-keys': registrationKeyOptionsSchema };
const whole = `name: { ja: 見本商事, en: Mihon Trading }
contact: { text: { ja: 窓口, en: Contact }, mail: contact@example.jp }
mail: { sender: no-reply@example.jp }
documents: [{ name: terms, met: before-form }]
`;
const keys = `capabilities:
  registration-keys:
    categories:
      - { id: units, name: { ja: 会議, en: Units }, idFormat: hex16, product: unit }
      - { id: apps, name: { ja: アプリ, en: Apps }, idFormat: mac, issuedHere: false, elsewhere: { ja: 別窓口, en: Elsewhere } }
    features:
      - { code: 1, name: { ja: 録画, en: Recording }, productNumbers: [MK-1] }
      - { code: 2, name: { ja: 字幕, en: Captions }, productNumbers: [MK-2] }
    scheme: { issue: 1, versions: [{ version: 1, master: unit-1 }] }
`;

const faultsOf = (text: string) => {
  const parsed = parseSite(text, 'sites/x/site.yaml', schemas);
  return parsed.ok ? [] : parsed.faults.map((fault) => formatFault(fault).replace('sites/x/site.yaml:', ''));
};

test('P-01 a small site and one with registration keys parse', () => {
  expect(faultsOf(whole)).toEqual([]);
  const parsed = parseSite(whole + keys, 'site.yaml', schemas);
  expect(parsed).toMatchObject({
    ok: true,
    site: {
      timeZone: 'Asia/Tokyo',
      languages: ['ja', 'en'],
      capabilities: { 'registration-keys': { registrationIdDigits: 16, keysPerIssueMax: 8 } },
    },
  });
});

test.each([
  [
    'an empty file',
    '',
    [
      '1:1 name: expected a map, found nothing',
      '1:1 contact: expected a map, found nothing',
      '1:1 mail: expected a map, found nothing',
    ],
  ],
  ['a list', '- a', ['1:1 expected a map, found a list of 1']],
  ['a bare text', 'hello', ['1:1 expected a map, found the text "hello"']],
  [
    'broken YAML',
    'name: [1',
    ['1:9 expected YAML, found Flow sequence in block collection must be sufficiently indented and end with a ]'],
  ],
  [
    'broken in several places',
    'name: [ja\nmail: {a\n',
    ['2:1 expected YAML, found Flow sequence in block collection must be sufficiently indented and end with a ]'],
  ],
  ['a tab for indentation', 'name:\n\tja: x', ['2:1 expected YAML, found Tabs are not allowed as indentation']],
  ['the same key twice', `${whole}name: { ja: a, en: b }`, ['5:1 expected YAML, found Map keys must be unique']],
  [
    'a misspelt key',
    `${whole}timezone: Asia/Tokyo`,
    [
      '5:1 timezone: expected only the keys name, maker, languages, timeZone, origin, brand, contact, mail, accounts, organizations, documents, menu, capabilities, deviations here, found the unknown key "timezone"',
    ],
  ],
  [
    'a key that JavaScript knows',
    `${whole}__proto__: { a: 1 }`,
    [
      '5:1 __proto__: expected only the keys name, maker, languages, timeZone, origin, brand, contact, mail, accounts, organizations, documents, menu, capabilities, deviations here, found the unknown key "__proto__"',
    ],
  ],
  ['a missing translation', whole.replace(', en: Mihon Trading', ''), ['1:7 name.en: expected a text, found nothing']],
  [
    'an empty translation',
    whole.replace('Mihon Trading', '" "'),
    ['1:23 name.en: expected at least 1 character, found the text " "'],
  ],
  [
    'a third language',
    whole.replace('en: Mihon Trading', 'en: M, fr: M'),
    ['1:26 name.fr: expected only the keys ja, en here, found the unknown key "fr"'],
  ],
  [
    'a wrong time zone',
    `${whole}timeZone: Tokyo`,
    ['5:11 timeZone: expected an IANA time zone such as Asia/Tokyo, found the text "Tokyo"'],
  ],
  [
    'a colour by name',
    `${whole}brand: { colour: blue }`,
    ['5:18 brand.colour: expected a colour such as #0017c1, found the text "blue"'],
  ],
  [
    'a logo outside the folder',
    `${whole}brand: { logo: ../logo.svg }`,
    ['5:16 brand.logo: expected the name of an svg or png file in the site\'s folder, found the text "../logo.svg"'],
  ],
  [
    'an origin with a path',
    `${whole}origin: https://a.example.jp/x`,
    [
      '5:9 origin: expected an origin such as https://portal.example.jp, without a path, found the text "https://a.example.jp/x"',
    ],
  ],
  [
    'a mail address that is none',
    whole.replace('no-reply@example.jp', 'nobody'),
    ['3:17 mail.sender: expected a mail address, found the text "nobody"'],
  ],
  [
    'a number as text',
    `${whole}accounts: { password: { min: "8" } }`,
    ['5:30 accounts.password.min: expected a number, found the text "8"'],
  ],
  [
    'a fraction',
    `${whole}accounts: { password: { min: 8.5 } }`,
    ['5:30 accounts.password.min: expected a whole number, found 8.5'],
  ],
  [
    'a number too small',
    `${whole}accounts: { password: { min: 5 } }`,
    ['5:30 accounts.password.min: expected at least 6, found 5'],
  ],
  [
    'min above max',
    `${whole}accounts: { password: { min: 20, max: 16 } }`,
    ['5:39 accounts.password.max: expected at least password.min, found 16'],
  ],
  [
    'yes for true',
    `${whole}accounts: { session: { announceIdle: yes } }`,
    ['5:38 accounts.session.announceIdle: expected true or false, found the text "yes"'],
  ],
  [
    'an unknown lock',
    `${whole}accounts: { lockout: { kind: tripling } }`,
    ['5:30 accounts.lockout.kind: expected one of doubling, fixed, found the text "tripling"'],
  ],
  [
    'an option of another lock',
    `${whole}accounts: { lockout: { kind: fixed, maxSeconds: 9 } }`,
    [
      '5:37 accounts.lockout.maxSeconds: expected only the keys kind, after, seconds here, found the unknown key "maxSeconds"',
    ],
  ],
  [
    'an unknown unit of life',
    `${whole}accounts: { reset: { kind: link, life: { weeks: 1 } } }`,
    ['5:42 accounts.reset.life.weeks: expected only the keys minutes, hours, days here, found the unknown key "weeks"'],
  ],
  [
    'a life without a figure',
    `${whole}accounts: { reset: { kind: link, life: {} } }`,
    ['5:40 accounts.reset.life: expected a map with one of the keys minutes, hours, days, found a map with no keys'],
  ],
  [
    'a life as a text',
    `${whole}accounts: { reset: { kind: link, life: 3h } }`,
    ['5:40 accounts.reset.life: expected a map with one of the keys minutes, hours, days, found the text "3h"'],
  ],
  [
    'a life too long',
    `${whole}accounts: { reset: { kind: link, life: { hours: 1000 } } }`,
    ['5:49 accounts.reset.life.hours: expected at most 168, found 1000'],
  ],
  [
    'an unknown capability',
    `${whole}capabilities: { unlock-codes: {} }`,
    [
      '5:17 capabilities.unlock-codes: expected only the keys registration-keys here, found the unknown key "unlock-codes"',
    ],
  ],
  [
    'an unknown document',
    whole.replace('name: terms', 'name: handbook'),
    [
      '4:21 documents[0].name: expected one of terms, privacy-consent, privacy-policy, cookie-notice, cookie-policy, manual, found the text "handbook"',
    ],
  ],
  [
    'a deviation without its reason',
    `${whole}deviations: [{ asvs: 6.2.1 }]`,
    ['5:14 deviations[0].why: expected a text, found nothing'],
  ],
])('P-01 refused with the place, what was expected and what stood there: %s', (_, text, expected) => {
  expect(faultsOf(text)).toEqual(expected);
});

test('P-01 a file of a million characters is read, one character more is not', () => {
  const filled = `${whole}#${'x'.repeat(1024 * 1024 - whole.length - 1)}`;
  expect(faultsOf(filled)).toEqual([]);
  expect(faultsOf(`${filled}x`)).toEqual(['1:1 expected at most 1048576 characters, found 1048577']);
});

test('P-01 every fault of a file is told at once, in its order', () => {
  const faults = faultsOf(`${whole}timeZone: Tokyo\nlanguages: [fr]\nbrand: { colour: blue }\nextra: 1\n`);
  expect(faults.map((one) => one.split(':')[0])).toEqual(['5', '6', '7', '8']);
});

test('P-01 aliases that would grow without end are refused', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefgh'.split('').map((name, at) => `${name}: &${name} [${`*${'abcdefgh'[at]},`.repeat(9)}]`),
  ].join('\n');
  expect(faultsOf(bomb).join()).toContain('expected YAML without runaway aliases');
});

test('P-01 whatever stands in the file, the answer is a site or faults at a place', () => {
  const line = fc.oneof(fc.constantFrom(...(whole + keys).split('\n')), fc.string({ maxLength: 20 }));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const parsed = parseSite(lines.join('\n'), 'site.yaml', schemas);
      if (parsed.ok) return;
      expect(parsed.faults.length).toBeGreaterThan(0);
      for (const { line: number, column, expected, found } of parsed.faults) {
        expect(number >= 1 && number <= lines.length + 1 && column >= 1 && expected !== '' && found !== '').toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('P-01 the JSON Schema for editors describes what may be written', () => {
  const schema = siteJsonSchema(schemas);
  expect(schema).toMatchObject({ type: 'object', additionalProperties: false, required: ['name', 'contact', 'mail'] });
  expect(Object.keys(schema.properties as object)).toContain('capabilities');
  expect(JSON.stringify(schema)).toContain('"idFormat"');
});

test.each([
  ['conference', true],
  ['site-6', true],
  ['a', false],
  ['6site', false],
  ['Site', false],
  ['api', false],
  ['x'.repeat(32), true],
  ['x'.repeat(33), false],
])('P-01 %s as the folder of a site: %s', (name, expected) => {
  expect(isSiteId(name)).toBe(expected);
});
