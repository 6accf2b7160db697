import type { Capability } from '../capability.ts';
import { auditPersonalData } from './personal-data.ts';
import { concernsReader } from './concerns.ts';
import { auditExporter } from './view/export.ts';
import { auditRoutes } from './view/routes.ts';

/** The log of events as owners and operators read it (P-25). */
export const audit: Capability = {
  name: 'audit',
  optional: false,
  personalData: auditPersonalData,
  routes: auditRoutes,
  exporters: [auditExporter],
  readers: [() => concernsReader],
};
