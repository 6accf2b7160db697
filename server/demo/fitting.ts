import type { RegistrationField } from '../../domain/devices/fields.ts';
import { deviceOptions } from '../../domain/site/capabilities.ts';
import type { Site } from '../kernel/app.ts';

export type Values = Partial<Record<RegistrationField, string>>;

/** Of what the demo knows about a device, what the site asks when one is registered. */
export function fittingAt(site: Site, values: Values): Values {
  const { fields } = deviceOptions(site).registration;
  return Object.fromEntries(fields.flatMap(({ field }) => (values[field] ? [[field, values[field]]] : [])));
}
