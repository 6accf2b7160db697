import { useTranslations } from 'use-intl';
import { StartDraft } from '../../context/start-draft.tsx';
import { emptyIssue } from './state.ts';

/** Begins an issue of keys. */
export function Page() {
  const t = useTranslations('registration-keys.issue');
  return (
    <StartDraft
      kind="registration-keys"
      values={emptyIssue()}
      to="/o/$organization/registration-keys/issue/$draft/$step"
      first="category"
      title={t('title')}
    />
  );
}
