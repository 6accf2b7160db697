import { checkSetting, type Setting } from '../../domain/device-settings/value.ts';
import { findModel } from '../../domain/devices/options.ts';
import type { Value } from '../../domain/protocol/body.ts';
import { deviceOptions } from '../../domain/site/capabilities.ts';
import type { App, Site } from '../kernel/app.ts';

/** What can be set on a model, in the order of the site's data. */
export function settingsOf(site: Site, model: string): readonly Setting[] {
  return findModel(deviceOptions(site), model)?.settings ?? [];
}

export function findSetting(site: Site, model: string, code: string): Setting | undefined {
  return settingsOf(site, model).find((one) => one.code === code);
}

/** Whether a value may go to a device of the model: its limits may have become narrower since it was asked for. */
export function mayBeSent(site: Site, model: string, code: string, value: Value): boolean {
  const setting = findSetting(site, model, code);
  return setting !== undefined && checkSetting(setting, value).ok;
}

/** The site, if it has its devices set from afar. */
export function siteWithSettings(app: App, siteId: string): Site | null {
  const site = app.sites.get(siteId);
  return site && 'device-settings' in site.capabilities ? site : null;
}
