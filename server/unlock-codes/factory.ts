import { findModel } from '../../domain/devices/options.ts';
import { parseSerial } from '../../domain/identifiers/serial-number.ts';
import {
  makeUnlockFactoryFile,
  type UnlockFactoryFile,
  type UnlockHold,
} from '../../domain/unlock-codes/factory-file.ts';
import { findScheme } from '../../domain/unlock-codes/options.ts';
import { deviceOptions, unlockCodeOptions } from '../../domain/site/capabilities.ts';
import { fail, pass, type Verdict } from '../../domain/verdict.ts';
import type { App, Site } from '../kernel/app.ts';
import { readMaster } from './masters.ts';

/** A unit that the factory makes: `version` null is the one in issue. */
export type UnitToMake = { model: string; serial: string; version: number | null; hold: UnlockHold };

/** What the factory writes into one locked unit: who it is and its own secret or code, never a master. */
export async function unlockFactoryFileOf(
  app: App,
  site: Site,
  { model: modelId, serial: typed, version: wished, hold }: UnitToMake,
): Promise<Verdict<UnlockFactoryFile>> {
  const model = findModel(deviceOptions(site), modelId);
  const scheme = findScheme(unlockCodeOptions(site), modelId);
  if (!model || !scheme) return fail('model-without-code', { model: modelId });
  const version = wished ?? scheme.issue;
  if (!scheme.versions.some((one) => one.version === version)) return fail('version-unknown', { version });
  const serial = parseSerial(typed, [model.serial]);
  if (!serial.ok) return serial;
  const master = await readMaster(app, site, { model: modelId, version });
  return pass(makeUnlockFactoryFile(scheme, { unit: { model: modelId, serial: serial.value }, version, hold }, master));
}
