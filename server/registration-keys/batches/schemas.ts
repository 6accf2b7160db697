import { z } from 'zod';
import { batchKeysMax, sheetFormats } from '../../../domain/registration-keys/batch.ts';
import { typedReason } from '../../kernel/http/reason.ts';
import { instant, localised, organizationPath, outsideIdSchema, pageOf } from '../../kernel/http/schemas.ts';

const typedMax = 64;
const sentenceMax = 1_600;
const format = z.enum(sheetFormats);

export const batchPath = organizationPath.extend({ batch: outsideIdSchema('batch') });
export const deliveryPath = batchPath.extend({ delivery: outsideIdSchema('delivery') });

export const batchRequest = z.strictObject({
  category: z.string().max(40),
  productNumber: z.string().max(40),
  purpose: z.string().max(sentenceMax),
  note: z.string().max(sentenceMax),
  count: z.int(),
  format,
});

const numbers = z.array(z.string().max(typedMax)).min(1).max(batchKeysMax).optional();
export const voidRequest = z.strictObject({ reason: typedReason, numbers });
export const renewalRequest = z.strictObject({ reason: typedReason, numbers, format });
export const voidResponse = z.strictObject({ voided: z.int() });

const batch = z.strictObject({
  id: outsideIdSchema('batch'),
  category: z.string(),
  productNumber: z.string(),
  purpose: z.string(),
  note: z.string(),
  keys: z.int(),
  used: z.int(),
  voided: z.int(),
  unused: z.int(),
  unconfirmed: z.int(),
  createdAt: instant,
  createdBy: z.string(),
});

export const batchList = pageOf(batch);

export const batchResponse = batch.extend({
  deliveries: z.array(
    z.strictObject({
      id: outsideIdSchema('delivery'),
      format,
      renewed: z.boolean(),
      keys: z.int(),
      madeAt: instant,
      madeBy: z.string(),
      confirmedAt: instant.nullable(),
    }),
  ),
});

export const batchKeyList = pageOf(
  z.strictObject({
    number: z.string(),
    state: z.enum(['unused', 'used', 'voided']),
    deviceId: z.string().nullable(),
    usedAt: instant.nullable(),
    voidedAt: instant.nullable(),
  }),
);

export const productList = z.strictObject({
  products: z.array(z.strictObject({ productNumber: z.string(), category: z.string(), feature: localised })),
});
