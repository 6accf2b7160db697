import { civilDay } from '../../domain/site/civil-day.ts';
import { findModel } from '../../domain/devices/options.ts';
import { serialLength } from '../../domain/identifiers/serial-number.ts';
import { checkCharacterOf } from '../../domain/identifiers/check-digit.ts';
import { deviceOptions } from '../../domain/site/capabilities.ts';
import { manufacturedImporter } from '../devices/manufactured/importer.ts';
import type { App, Site } from '../kernel/app.ts';
import { newId } from '../kernel/ids.ts';
import { factorySecretOf } from './masters.ts';

/** The claim code of every simulated device whose model has one. */
export const simulatedClaimCode = 'SIMULATED';
const digits = '0123456789';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The nth serial number of a model that is nobody's: its digits count, its letters are Z. */
function serialOf(site: Site, modelId: string, index: number): string {
  const model = findModel(deviceOptions(site), modelId);
  if (!model) throw new Error(`there is no model "${modelId}" at the site "${site.id}"`);
  let left = index;
  const parts = model.serial.parts.toReversed().map((part) => {
    if (part.kind === 'literal') return part.text;
    if (part.kind === 'letters') return letters.slice(-1).repeat(part.length);
    const written = String(left % 10 ** part.length).padStart(part.length, digits.charAt(0));
    left = Math.floor(left / 10 ** part.length);
    return written;
  });
  const text = parts.toReversed().join('');
  const { checkDigit } = model.serial;
  if (checkDigit === 'none') return text;
  const body = text.slice(0, serialLength(model.serial) - 1);
  return body + checkCharacterOf(checkDigit, body);
}

export type SimulatedDevice = { site: string; model: string; serial: string; secret: string };

/** Simulated devices with their secrets; those that are not in the factory's list yet are put there. */
export async function simulatedDevices(
  app: App,
  site: Site,
  modelId: string,
  count: number,
): Promise<SimulatedDevice[]> {
  const claims = findModel(deviceOptions(site), modelId)?.claimCode === true;
  const devices: SimulatedDevice[] = [];
  for (let index = 0; index < count; index += 1) {
    const serial = serialOf(site, modelId, index);
    const secret = await factorySecretOf(app, site, { model: modelId, serial });
    devices.push({ site: site.id, model: modelId, serial, secret: Buffer.from(secret).toString('hex') });
  }
  const today = civilDay(app.clock.now(), site.timeZone);
  const values = devices.map(({ serial }) => {
    const claimCode = claims ? simulatedClaimCode : '';
    const read = manufacturedImporter.readRow(
      site,
      {
        model: modelId,
        serial,
        shippedOn: '',
        claimCode,
        orderNumber: '',
      },
      today,
    );
    if (!read.ok) throw new Error(`${serial}: ${JSON.stringify(read.faults)}`);
    return read.value;
  });
  const scope = { siteId: site.id, organizationId: '', userId: '', now: app.clock.now() };
  await app.db.transaction().execute((tx) => manufacturedImporter.store(app, tx, site, scope, newId(), values));
  return devices;
}
