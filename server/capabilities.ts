import type { Capability } from './capability.ts';
import { accounts } from './accounts/descriptor.ts';
import { drafts } from './drafts/descriptor.ts';
import { registrationKeys } from './registration-keys/descriptor.ts';
import { sites } from './sites/descriptor.ts';
import { importRoutes } from './imports/routes.ts';

/** One line a capability. */
const contributed: readonly Capability[] = [sites, accounts, drafts, registrationKeys];

const imports: Capability = {
  name: 'imports',
  optional: false,
  routes: importRoutes(contributed.flatMap((capability) => capability.importers ?? [])),
};

export const capabilities: readonly Capability[] = [...contributed, imports];

/** Every route with the capability it belongs to; more specific paths come first. */
export const allRoutes = capabilities.flatMap((capability) =>
  capability.routes.map((route) => ({ capability: capability.name, route })),
);
