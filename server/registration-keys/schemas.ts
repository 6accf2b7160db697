import { z } from 'zod';
import { instant, pageOf } from '../kernel/http/schemas.ts';

const typedMax = 64;
const typed = z.string().max(typedMax);

/** One entry of step 3: what stands on the sheet that was bought. */
export const activationKeyEntry = z.strictObject({ number: typed, registrationId: typed });

export const issueRequest = z.strictObject({
  category: z.string().max(40),
  deviceId: typed,
  activationKeys: z.array(activationKeyEntry).min(1).max(8),
});

export const issueRequestWithMail = issueRequest.extend({
  mail: z
    .strictObject({ addresses: z.array(z.string().max(254)).min(1).max(2), subject: z.string().max(400) })
    .optional(),
});

export const keyState = z.enum(['new', 'issued-before']);

export const reviewResponse = z.strictObject({
  rows: z.array(
    z.strictObject({
      number: z.string(),
      productNumber: z.string(),
      purpose: z.string(),
      state: keyState,
      firstIssuedAt: instant.nullable(),
    }),
  ),
});

export const issuedKey = z.strictObject({
  registrationKey: z.string(),
  productNumber: z.string(),
  purpose: z.string(),
  activationKey: z.string(),
  state: keyState,
  firstIssuedAt: instant,
});

export const issueResponse = z.strictObject({
  deviceId: z.string(),
  category: z.string(),
  keys: z.array(issuedKey),
  mailedTo: z.array(z.string()),
});

export const installationLines = z.tuple([z.string().max(400), z.string().max(400)]);

export const installationResponse = z.strictObject({ deviceId: z.string(), lines: installationLines.nullable() });

export const issueList = pageOf(
  z.strictObject({
    issuedAt: instant,
    deviceId: z.string(),
    category: z.string(),
    organization: z.string(),
    activationKey: z.string(),
    productNumber: z.string(),
    purpose: z.string(),
    registrationKey: z.string(),
    /** Where an operator moved the activation key to, and where it came from. */
    movedTo: z.string().nullable(),
    movedFrom: z.string().nullable(),
    installation: installationLines.nullable(),
  }),
);

export const activationKeyList = pageOf(
  z.strictObject({
    number: z.string(),
    productNumber: z.string(),
    purpose: z.string(),
    category: z.string(),
    importedAt: instant,
    issued: z.boolean(),
    voided: z.boolean(),
  }),
);
