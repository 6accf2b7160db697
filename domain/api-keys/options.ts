import { z } from 'zod';

/** What a site says about API keys (P-24): nothing yet. */
export const apiKeyOptionsSchema = z
  .strictObject({})
  .describe('API keys, with which programs of an organization work in its name');
