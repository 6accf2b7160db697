import type { Language } from '../site/languages.ts';
import type { AccountPolicy } from './policy.ts';
import type { OrganizationKind } from './permissions.ts';
import { readSignUpForm, type SignUpFault, type SignUpValues } from './sign-up-form.ts';
import type { SignUpField, SignUpFieldName } from './sign-up.ts';

/** Fields of the sign-up's catalogue that belong to the organization; the others belong to the person. */
const organizationFields = [
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
  'club',
] as const satisfies readonly SignUpFieldName[];

/** Changed by ways of their own, with the present password: the address and the ID. */
const elsewhere: readonly SignUpFieldName[] = ['mail', 'mailAgain', 'loginId'];

export const accountFieldNames = [
  ...organizationFields,
  'department',
  'personInCharge',
  'name',
  'kana',
  'news',
  'language',
] as const;
export type AccountFieldName = (typeof accountFieldNames)[number];

/** A person's and the organization's data by field, as they are stored; an empty field is missing. */
export type AccountValues = SignUpValues & { language: Language };

/** People whose site asks for nothing (operators) still have a name and may want news. */
const leastFields: readonly SignUpField[] = [
  { field: 'name', required: true },
  { field: 'news', required: false },
];

/** What people of this kind of organization may see and change of their data: what their site's sign-up asks for (P-14). */
export function accountFields(policy: AccountPolicy, kind: OrganizationKind): readonly SignUpField[] {
  const signUp = policy.signUps.find((one) => one.organization === kind);
  if (!signUp) return leastFields;
  // Both would be the person's one name.
  const hasPerson = signUp.fields.some(({ field }) => field === 'personInCharge');
  return signUp.fields.filter(({ field }) => !elsewhere.includes(field) && !(hasPerson && field === 'name'));
}

export function isOrganizationField(field: AccountFieldName | SignUpFieldName): boolean {
  return organizationFields.some((one) => one === field);
}

/**
 * Lays changes over stored values and checks the fields that may be changed by the rules of the sign-up; `values` are
 * whole again, normalised. What may not be changed stays as it is stored, whatever was sent.
 */
export function applyAccountChange(
  stored: AccountValues,
  given: Partial<AccountValues>,
  fields: readonly SignUpField[],
): { ok: true; values: AccountValues } | { ok: false; faults: SignUpFault[] } {
  const { language = stored.language, ...typed } = given;
  const form = readSignUpForm({ ...stored, ...typed }, fields);
  if (!form.ok) return form;
  const kept = Object.entries(stored).filter(([name]) => !fields.some(({ field }) => field === name));
  return { ok: true, values: { ...Object.fromEntries(kept), ...form.value, language } };
}

/** The fields that differ, in the order of the catalogue; missing and empty are the same. */
export function changedFields(before: AccountValues, after: AccountValues): AccountFieldName[] {
  const text = (value: string | boolean | undefined) => (value === undefined || value === '' ? false : value);
  return accountFieldNames.filter((field) => text(before[field]) !== text(after[field]));
}
