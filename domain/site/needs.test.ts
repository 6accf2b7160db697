import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { capabilitySchemas } from './capabilities.ts';
import { formatFault } from './fault.ts';
import { parseSite } from './parse.ts';

const sites = join(import.meta.dirname, '..', '..', 'sites');
const dataOf = (site: string) => readFileSync(join(sites, site, 'site.yaml'), 'utf8');
const faultsOf = (text: string) => {
  const parsed = parseSite(text, 'site.yaml', capabilitySchemas);
  return parsed.ok ? [] : parsed.faults.map(formatFault);
};
/** The data without the lines of one capability. */
const without = (site: string, name: string) =>
  dataOf(site).replace(new RegExp(`^  ${name}:.*\\n(?:    .*\\n|\\s*\\n)*`, 'm'), '');

test('P-01 the sites that are there lack nothing', () => {
  const faults = readdirSync(sites).flatMap((site) => faultsOf(dataOf(site)));
  expect(faults).toEqual([]);
});

test.each([
  ['printer', 'counters', 'departments: expected the capability counters beside it, found a map'],
  ['printer', 'counters', 'toner: expected the capability counters beside it, found a map'],
  ['printer', 'mail-notices', 'monthly-reports: expected the capability mail-notices beside it, found a map'],
  ['printer', 'mail-notices', 'alarms.mailsTo: expected the capability mail-notices beside it, where users say'],
  ['printer', 'monthly-reports', 'mail-notices.events[5]: expected the capability monthly-reports beside it'],
  ['energy', 'readings', 'power-flow: expected the capability readings beside it'],
  ['energy', 'readings', 'device-settings: expected the capability readings beside it'],
  ['camera', 'devices', 'licences: expected the capability devices beside it'],
  ['ups', 'devices', 'unlock-codes: expected the capability devices beside it'],
])('P-01 %s without %s', (site, gone, told) => {
  const faults = faultsOf(without(site, gone));
  expect(faults).toContainEqual(expect.stringMatching(/^site\.yaml:\d+:\d+ capabilities\./));
  expect(faults).toContainEqual(expect.stringContaining(told));
});

test.each([
  ['camera', 'models: [VC-20]', 'models: [VC-21]', 'licences.types[0].models[0]: expected a model of'],
  ['ups', 'model: SB1500-R', 'model: SB1501-R', 'unlock-codes.models[1].model: expected a model of'],
  ['energy', '- model: EG-PV', '- model: EG-XX', 'power-flow.models[0].model: expected a model of'],
  [
    'energy',
    'sold: { power: powerSold,',
    'sold: { power: energyBought,',
    'power-flow.models[0].sold.power: expected a metric of the model in W, found the text "energyBought"',
  ],
  ['printer', '- model: SP-C320', '- model: SP-C321', 'toner.models[0].model: expected a model of'],
  [
    'printer',
    '- { metric: tonerBlack, colour',
    '- { metric: tonerGold, colour',
    'toner.models[0].supplies[0].metric: expected a number that SP-C320 measures, found the text "tonerGold"',
  ],
])('P-01 %s with another "%s"', (site, was, is, told) => {
  const text = dataOf(site);
  const at = text.lastIndexOf('capabilities:');
  const changed = text.slice(0, at) + text.slice(at).replace(was, is);
  expect(changed).not.toBe(text);
  expect(faultsOf(changed)).toContainEqual(expect.stringContaining(told));
});
