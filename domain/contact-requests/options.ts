import { z } from 'zod';
import { requestKinds, requestReaders } from './kinds.ts';

const once = (some: readonly string[]) => new Set(some).size === some.length;

/** What a site says about the form by which people ask its operators (P-06). */
export const contactRequestOptionsSchema = z
  .strictObject({
    kinds: z
      .array(z.enum(requestKinds))
      .min(1)
      .max(requestKinds.length)
      .refine(once, 'each kind once')
      .default(['account', 'usage', 'other'])
      .describe('What a request can be about, in this order'),
    strangers: z
      .boolean()
      .default(true)
      .describe('Whether there is a form for people who are not logged in, beside the one for users'),
    tells: z
      .array(z.enum(requestReaders))
      .min(1)
      .max(requestReaders.length)
      .refine(once, 'each once')
      .default(['contact-address'])
      .describe(
        'Who is mailed a new request: the address under `contact`, the owners and managers of the maker, or both',
      ),
    keptDays: z
      .int()
      .min(30)
      .max(3650)
      .default(365)
      .describe('For how many days a request is kept after it was answered or closed last; then it is deleted'),
  })
  .describe('A form by which people ask the operators, who answer by mail');
export type ContactRequestOptions = z.output<typeof contactRequestOptionsSchema>;
