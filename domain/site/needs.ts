import { findModel } from '../devices/options.ts';
import { madeBy } from '../mail-notices/events.ts';
import { placeFlows } from '../power-flow/places.ts';
import {
  alarmOptions,
  deviceOptions,
  licenceOptions,
  mailNoticeOptions,
  powerFlowOptions,
  tonerOptions,
  unlockCodeOptions,
  type CapabilityName,
} from './capabilities.ts';

/** Something that a site's data lack; `path` leads to where it is missed, from the name of the capability on. */
export type Lack = { path: (string | number)[]; expected: string; found?: string };

type Data = { capabilities: Record<string, unknown> };

/** Capabilities that one cannot do without: of devices the models, of readings what they report, of the others what they have made of that. */
const others: Readonly<Partial<Record<CapabilityName, readonly CapabilityName[]>>> = {
  readings: ['devices'],
  'unlock-codes': ['devices'],
  licences: ['devices'],
  counters: ['devices', 'readings'],
  'device-settings': ['devices', 'readings'],
  alarms: ['devices', 'readings'],
  'power-flow': ['devices', 'readings'],
  toner: ['devices', 'readings', 'counters'],
  departments: ['counters'],
  'monthly-reports': ['counters', 'mail-notices'],
};

/** What one capability's data name out of another's; asked once all capabilities that it needs are there. */
const names: Readonly<Partial<Record<CapabilityName, (site: Data) => Lack[]>>> = {
  alarms: (site) =>
    alarmOptions(site).mailsTo === 'users' && !('mail-notices' in site.capabilities)
      ? [
          {
            path: ['mailsTo'],
            expected: 'the capability mail-notices beside it, where users say which mails they want',
          },
        ]
      : [],
  'mail-notices': (site) =>
    mailNoticeOptions(site).events.flatMap((event, at) =>
      madeBy[event] in site.capabilities
        ? []
        : [{ path: ['events', at], expected: `the capability ${madeBy[event]} beside it, which makes these mails` }],
    ),
  licences: (site) =>
    licenceOptions(site).types.flatMap(({ models }, type) =>
      models.flatMap((model, at) => modelLack(site, model, ['types', type, 'models', at])),
    ),
  'unlock-codes': (site) =>
    unlockCodeOptions(site).models.flatMap(({ model }, at) => modelLack(site, model, ['models', at, 'model'])),
  'power-flow': (site) =>
    powerFlowOptions(site).models.flatMap((named, at) => {
      const model = findModel(deviceOptions(site), named.model);
      if (!model) return modelLack(site, named.model, ['models', at, 'model']);
      return placeFlows(model, named).faults.map(({ path, expected }) => ({
        path: ['models', at, ...path],
        expected,
      }));
    }),
  toner: (site) =>
    tonerOptions(site).models.flatMap(({ model: id, supplies }, at) => {
      const model = findModel(deviceOptions(site), id);
      if (!model) return modelLack(site, id, ['models', at, 'model']);
      return supplies.flatMap(({ metric }, supply) =>
        model.metrics.some(({ code, kind }) => code === metric && kind !== 'text' && kind !== 'boolean')
          ? []
          : [{ path: ['models', at, 'supplies', supply, 'metric'], expected: `a number that ${id} measures` }],
      );
    }),
};

function modelLack(site: Data, model: string, path: Lack['path']): Lack[] {
  return findModel(deviceOptions(site), model) ? [] : [{ path, expected: 'a model of `capabilities.devices`' }];
}

/** What the capabilities of a site lack of one another (P-01). */
export function lacksOf(site: Data): Lack[] {
  const isOn = (name: string) => site.capabilities[name] !== undefined;
  return Object.keys(site.capabilities)
    .filter(isOn)
    .flatMap((name) => {
      const missing = (others[name as CapabilityName] ?? []).filter((other) => !isOn(other));
      const lacks = missing.map((other) => ({ path: [], expected: `the capability ${other} beside it` }));
      const more = lacks.length === 0 ? (names[name as CapabilityName]?.(site) ?? []) : lacks;
      return more.map(({ path, expected }) => ({ path: [name, ...path], expected }));
    });
}
