import { findModel } from '../../domain/devices/options.ts';
import { parseSerial } from '../../domain/identifiers/serial-number.ts';
import { deviceOptions } from '../../domain/site/capabilities.ts';
import { fail, pass, type Verdict } from '../../domain/verdict.ts';
import type { App, Site } from '../kernel/app.ts';
import { factorySecretOf } from './masters.ts';

export type DeviceFactoryFile = { site: string; model: string; serial: string; secret: string };

/** What the factory writes into one device that reports (E-03): who it is, and its own secret; codes are those of `devices`. */
export async function deviceFactoryFileOf(
  app: App,
  site: Site,
  { model: modelId, serial: typed }: { model: string; serial: string },
): Promise<Verdict<DeviceFactoryFile>> {
  const model = findModel(deviceOptions(site), modelId);
  if (!model) return fail('model-unknown');
  const serial = parseSerial(typed, [model.serial]);
  if (!serial.ok) return serial;
  const secret = await factorySecretOf(app, site, { model: model.id, serial: serial.value });
  return pass({
    site: site.id,
    model: model.id,
    serial: serial.value,
    secret: Buffer.from(secret).toString('hex'),
  });
}
