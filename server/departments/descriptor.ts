import { z } from 'zod';
import type { Capability } from '../capability.ts';
import { departmentExporter } from './export.ts';
import { forgetDepartments } from './forget.ts';
import { departmentEntries } from './ledger/take.ts';
import { departmentRoutes } from './routes.ts';

/** What devices count by department (C-12). */
export const departments: Capability = {
  name: 'departments',
  optional: true,
  routes: departmentRoutes,
  exporters: [departmentExporter],
  jobs: [forgetDepartments],
  reports: [departmentEntries],
  site: {
    schema: z.strictObject({}),
    present: () => ({}),
    codes: () => [],
  },
};
