import { expect, test } from 'vitest';
import { registrationKeyOptionsSchema } from '../registration-keys/options.ts';
import { formatFault } from './fault.ts';
import { parseSite } from './parse.ts';

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

test.each([
  [
    'a category without ID format',
    keys.replace(' idFormat: hex16,', ''),
    '8:9 capabilities.registration-keys.categories[0].idFormat: expected one of hex16, mac, found nothing',
  ],
  [
    'a category twice',
    keys.replace('id: apps', 'id: units'),
    'categories[1].id: expected a category ID that no other category has, found the text "units"',
  ],
  [
    'a category issued here without product',
    keys.replace(', product: unit', ''),
    'categories[0]: expected "product", because keys of this category are issued here',
  ],
  [
    'a category issued elsewhere without where',
    keys.replace(', elsewhere: { ja: 別窓口, en: Elsewhere }', ''),
    'categories[1]: expected "elsewhere", because',
  ],
  [
    'a feature code twice',
    keys.replace('code: 2', 'code: 1'),
    'features[1].code: expected a feature code that no other feature has, found 1',
  ],
  [
    'a feature code of nine bits',
    keys.replace('code: 2', 'code: 256'),
    'features[1].code: expected at most 255, found 256',
  ],
  [
    'a product number twice',
    keys.replace('[MK-2]', '[MK-2, MK-1]'),
    'features[1].productNumbers[1]: expected a product number that stands nowhere else, found the text "MK-1"',
  ],
  [
    'a feature of an unknown product',
    keys.replace('productNumbers: [MK-2]', 'productNumbers: [MK-2], product: other'),
    'features[1].product: expected the product of one of the categories, found the text "other"',
  ],
  [
    'a version that is not listed',
    keys.replace('issue: 1', 'issue: 2'),
    'scheme.issue: expected one of the versions listed, found 2',
  ],
  [
    'a version twice',
    keys.replace('versions: [', 'versions: [{ version: 1, master: a }, '),
    'scheme.versions[1].version: expected each key version once, found 1',
  ],
  [
    'a version of five bits',
    keys.replace('version: 1', 'version: 16'),
    'scheme.versions[0].version: expected at most 15, found 16',
  ],
  ['nine keys at once', `${keys}    keysPerIssueMax: 9\n`, 'keysPerIssueMax: expected at most 8, found 9'],
])('K-11 site data of registration keys are refused: %s', (_, text, expected) => {
  expect(faultsOf(whole + text).join('\n')).toContain(expected);
});
