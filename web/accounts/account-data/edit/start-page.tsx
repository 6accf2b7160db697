import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { StartDraft } from '../../../context/start-draft.tsx';
import { emptyEdit } from './state.ts';

/** Begins a change of one's own data, or an operator's of somebody's. */
export function Page() {
  const t = useTranslations('account-data.edit');
  const { user } = useParams({ strict: false });
  const to = user ? '/o/$organization/accounts/$user/edit/$draft/$step' : '/account/edit/$draft/$step';
  return <StartDraft kind="account-data" values={emptyEdit} to={to} title={t('formTitle')} />;
}
