import { useTranslations } from 'use-intl';
import { isOrganizationField } from '../../../domain/accounts/account-data.ts';
import { SummaryList, type SummaryEntry } from '../../ui/summary-list.tsx';
import { useShownValue } from '../sign-up/shown-value.ts';
import type { Account } from './requests.ts';

type Props = {
  account: Pick<Account, 'fields' | 'values'>;
  part: 'person' | 'organization';
  more?: readonly SummaryEntry[];
};

/** A person's fields, or the organization's, in the order of the site's form. */
export function AccountSummary({ account, part, more = [] }: Props) {
  const t = useTranslations('accounts.signUp.fields');
  const show = useShownValue();
  const entries = account.fields
    .filter(({ field }) => isOrganizationField(field) === (part === 'organization'))
    // Lines of an address that nobody needed say nothing.
    .filter(({ field }) => !/^address[2-9]$/.test(field) || account.values[field])
    .map(({ field }) => ({ name: t(field), value: show(field, account.values) }));
  return <SummaryList entries={[...entries, ...more]} />;
}

/** Whether the site's form asks for anything of the organization. */
export function hasOrganizationFields({ fields }: Pick<Account, 'fields'>): boolean {
  return fields.some(({ field }) => isOrganizationField(field));
}
