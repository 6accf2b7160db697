import { z } from 'zod';

/** What a site says about departments: nothing; months close and are kept as those of counters. */
export const departmentOptionsSchema = z
  .strictObject({})
  .describe('Devices count by department, where they can; the organization names its departments');
