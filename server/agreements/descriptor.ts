import type { Capability } from '../capability.ts';
import { agreementExporter } from './export.ts';
import { agreementRoutes } from './routes.ts';

/** The documents of a site and who agreed to them, for its operators (P-03, P-26). */
export const agreements: Capability = {
  name: 'agreements',
  optional: false,
  routes: agreementRoutes,
  exporters: [agreementExporter],
};
