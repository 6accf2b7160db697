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
  'club',
  'news',
] as const;
export type SignUpFieldName = (typeof signUpFieldNames)[number];

const refusedWordMax = 40;
const refusedWordsMax = 60;

export const signUpFieldSchema = z.strictObject({
  field: z
    .enum(signUpFieldNames)
    .describe('A field of the catalogue; `mailAgain` is compared with `mail` and not stored'),
  required: z.boolean().default(true).describe('Whether it must be filled in; a phone number only in Japan'),
  refuse: z
    .array(z.string().min(1).max(refusedWordMax))
    .max(refusedWordsMax)
    .optional()
    .describe('Words that are not taken for a name of a person, such as 担当者; width, case and blanks do not count'),
});
export type SignUpField = z.output<typeof signUpFieldSchema>;

/** What kind of organization somebody signs up (energy, E-01). */
export const organizationForms = ['company', 'sole-proprietor', 'association'] as const;
export type OrganizationForm = (typeof organizationForms)[number];

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

const addressAlone: readonly SignUpField[] = [{ field: 'mail', required: true }];

/** What a sign-up's form asks: with "address-and-password" the address alone, the rest follows after the login (U-01). */
export function formFields({
  steps,
  fields,
}: {
  steps: readonly SignUpStep[];
  fields: readonly SignUpField[];
}): readonly SignUpField[] {
  return steps.includes('address-and-password') ? addressAlone : fields;
}

/** Asked beside the form where somebody else makes the account, or not for them to say. */
const askedBeside: readonly SignUpFieldName[] = ['mail', 'mailAgain', 'loginId', 'club', 'news'];

/** What who makes an account for somebody else fills in of the site's form. */
export function madeFields(fields: readonly SignUpField[]): SignUpField[] {
  return fields.filter(({ field }) => !askedBeside.includes(field));
}
