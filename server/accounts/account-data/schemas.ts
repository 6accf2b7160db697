import { z } from 'zod';
import { accountFieldNames } from '../../../domain/accounts/account-data.ts';
import { organizationKinds, roles } from '../../../domain/accounts/permissions.ts';
import { loginIdCharacters } from '../../../domain/accounts/policy.ts';
import { languages } from '../../../domain/site/languages.ts';
import { instant, outsideIdSchema } from '../../kernel/http/schemas.ts';

export const typedMax = 400;
export const passwordMax = 1024;
export const tokenMax = 200;

const text = z.string().max(typedMax).optional();

/** What is to be changed; a field that is left out stays as it is, an empty one is emptied. */
export const accountChange = z.strictObject({
  company: text,
  organizationForm: text,
  country: text,
  postalCode: text,
  address1: text,
  address2: text,
  address3: text,
  address4: text,
  address5: text,
  phone: text,
  fax: text,
  department: text,
  personInCharge: text,
  name: text,
  kana: text,
  club: z.boolean().optional(),
  news: z.boolean().optional(),
  language: z.enum(languages).optional(),
});

const fieldName = z.enum(accountFieldNames);

export const accountView = z.strictObject({
  user: z.strictObject({
    id: outsideIdSchema('user'),
    name: z.string(),
    loginId: z.string(),
    mail: z.string(),
    role: z.enum(roles),
    createdAt: instant,
    lastLoginAt: instant.nullable(),
    leftAt: instant.nullable(),
  }),
  organization: z.strictObject({
    id: outsideIdSchema('organization'),
    name: z.string(),
    kind: z.enum(organizationKinds),
  }),
  /** The fields that the site asks for, in its order. */
  fields: z.array(z.strictObject({ field: fieldName, required: z.boolean(), editable: z.boolean() })),
  values: accountChange,
  version: z.string(),
  /** The rule for another login ID, where it may be changed. */
  loginIdRule: z.strictObject({ min: z.int(), max: z.int(), characters: z.enum(loginIdCharacters) }).nullable(),
});
export type AccountView = z.infer<typeof accountView>;

/** The own account also says whether another address waits for its proof. */
export const ownAccount = accountView.extend({
  mailChange: z.strictObject({ mail: z.string(), expiresAt: instant }).nullable(),
  /** Whether one may be without an address, and has one. */
  mailRemovable: z.boolean(),
});

export const changedAccount = accountView.extend({ changed: z.array(fieldName) });
