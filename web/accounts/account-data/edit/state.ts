import {
  applyAccountChange,
  changedFields,
  type AccountFieldName,
  type AccountValues,
} from '../../../../domain/accounts/account-data.ts';
import type { SignUpFault } from '../../../../domain/accounts/sign-up-form.ts';
import type { SignUpField } from '../../../../domain/accounts/sign-up.ts';
import { formatPhone } from '../../../../domain/identifiers/phone.ts';
import { formatPostalCode } from '../../../../domain/identifiers/postal-code.ts';
import type { Account, AccountChange } from '../requests.ts';

/**
 * A change in progress. Only the fields that were touched are kept: what somebody else changes meanwhile in the others is
 * not undone by it.
 */
export type EditDraft = {
  typed: Partial<AccountValues>;
  /** Why an operator changes it. */
  reason: string;
  /** What was changed, once it is saved. */
  saved: AccountFieldName[] | null;
};

export const emptyEdit: EditDraft = { typed: {}, reason: '', saved: null };

/** What was stored is ours, but from an earlier version it may lack a part. */
export function readEditDraft(stored: Record<string, unknown>): EditDraft {
  return { ...emptyEdit, ...stored };
}

/** What is stored, as the API gives it: `language` is always there. */
export function storedValues(account: Pick<Account, 'values'>): AccountValues {
  return { ...account.values, language: account.values.language ?? 'ja' } as AccountValues;
}

/** What stands in the form: the stored values the way people write them, and over them what was typed. */
export function formValues(account: Pick<Account, 'values'>, typed: Partial<AccountValues>): AccountValues {
  const stored = storedValues(account);
  const country = typeof stored.country === 'string' ? stored.country : 'JP';
  const phone = (value: string | boolean | undefined) => (typeof value === 'string' ? formatPhone(value, country) : '');
  return {
    ...stored,
    ...(stored.phone !== undefined && { phone: phone(stored.phone) }),
    ...(stored.fax !== undefined && { fax: phone(stored.fax) }),
    ...(typeof stored.postalCode === 'string' && { postalCode: formatPostalCode(stored.postalCode, country) }),
    ...typed,
  };
}

/** What was typed, for the API: only `news` is a yes or no. */
export function toChange(typed: Partial<AccountValues>): AccountChange {
  return typed as AccountChange;
}

export type Edited =
  | { ok: true; values: AccountValues; changed: AccountFieldName[] }
  | { ok: false; faults: readonly SignUpFault[] };

/** What would be stored if it were saved now, by the rules that the server applies as well. */
export function judgeEdit(account: Pick<Account, 'values' | 'fields'>, typed: Partial<AccountValues>): Edited {
  const stored = storedValues(account);
  const editable = account.fields.filter((one) => one.editable && one.field !== 'language');
  const fields = editable.map(({ field, required }) => ({ field, required }) as SignUpField);
  const result = applyAccountChange(stored, typed, fields);
  if (!result.ok) return result;
  return { ok: true, values: result.values, changed: changedFields(stored, result.values) };
}
