import { registrationKeyOptionsSchema, type RegistrationKeyOptions } from '../registration-keys/options.ts';
import type { CapabilitySchemas } from './site.ts';

/** What a site's data may say of each capability it switches on; one line a capability. */
export const capabilitySchemas = {
  'registration-keys': registrationKeyOptionsSchema,
} as const satisfies CapabilitySchemas;

export type CapabilityName = keyof typeof capabilitySchemas;

/** The options of a capability, typed; it must be switched on. */
export function registrationKeyOptions(site: { capabilities: Record<string, unknown> }): RegistrationKeyOptions {
  const options = site.capabilities['registration-keys'];
  if (!options) throw new Error('the capability registration-keys is not switched on at this site');
  return options as RegistrationKeyOptions;
}
