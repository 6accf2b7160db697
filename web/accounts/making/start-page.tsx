import { useTranslations } from 'use-intl';
import { StartDraft } from '../../context/start-draft.tsx';
import { useLanguage } from '../../texts/texts.tsx';
import { emptyAccount } from './state.ts';

/** Begins an account for somebody else. */
export function Page() {
  const t = useTranslations('new-accounts');
  const { language } = useLanguage();
  return (
    <StartDraft
      kind="new-account"
      values={emptyAccount(language)}
      to="/o/$organization/new-account/$draft/$step"
      title={t('title')}
    />
  );
}
