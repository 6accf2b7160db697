import { z } from 'zod';

const overdueHoursMax = 720;

/** What a site says about settings from afar (E-09); what can be set stands with the models. */
export const deviceSettingOptionsSchema = z
  .strictObject({
    overdueHours: z
      .int()
      .min(1)
      .max(overdueHoursMax)
      .default(24)
      .describe('Hours after which who set something is told that its device has not answered'),
  })
  .describe('Settings of devices from afar');
export type DeviceSettingOptions = z.output<typeof deviceSettingOptionsSchema>;
