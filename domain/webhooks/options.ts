import { z } from 'zod';

/** What a site says about webhooks (P-24): nothing yet. */
export const webhookOptionsSchema = z
  .strictObject({})
  .describe('Webhooks, by which programs of an organization are told of what happens');
