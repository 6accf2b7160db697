import { z } from 'zod';

/** The named steps out of which a site's sign-up is put together (details.md, P-10). */
export const signUpSteps = [
  'terms',
  'form',
  'address-and-password',
  'confirm',
  'code',
  'link',
  'password',
  'done',
  'login',
  'consent',
  'customer-data',
] as const;
export type SignUpStep = (typeof signUpSteps)[number];

/** The closed catalogue of form fields. `mailAgain` is compared with `mail` and never stored. */
export const signUpFieldNames = [
  'company',
  'organizationForm',
  'country',
  'postalCode',
  'address1',
  'address2',
  'address3',
  'address4',
  'address5',
  'phone',
  'fax',
  'department',
  'personInCharge',
  'name',
  'kana',
  'mail',
  'mailAgain',
  'loginId',
  'news',
] as const;
export type SignUpFieldName = (typeof signUpFieldNames)[number];

export const signUpFieldSchema = z.strictObject({
  field: z
    .enum(signUpFieldNames)
    .describe('A field of the catalogue; `mailAgain` is compared with `mail` and not stored'),
  required: z.boolean().default(true).describe('Whether it must be filled in; a phone number only in Japan'),
});
export type SignUpField = z.output<typeof signUpFieldSchema>;

export const proofKinds = ['code', 'link', 'invitation', 'initial-password'] as const;
export type ProofKind = (typeof proofKinds)[number];

/** The steps a site gets when it names none, by how the address is proved. */
export const defaultSteps: Record<ProofKind, readonly SignUpStep[]> = {
  code: ['terms', 'form', 'confirm', 'code', 'password', 'done', 'login'],
  link: ['terms', 'form', 'confirm', 'link', 'password', 'done', 'login'],
  invitation: ['link', 'terms', 'password', 'done', 'login'],
  'initial-password': ['login', 'terms', 'password', 'done'],
};

/** The form a site gets when it names no fields. */
export const defaultFields: readonly SignUpField[] = [
  { field: 'company', required: true },
  { field: 'personInCharge', required: true },
  { field: 'mail', required: true },
  { field: 'mailAgain', required: true },
  { field: 'news', required: false },
];
