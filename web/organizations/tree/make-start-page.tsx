import { useLocale, useTranslations } from 'use-intl';
import { StartDraft } from '../../context/start-draft.tsx';
import { emptyMake } from './make-state.ts';

export function Page() {
  const t = useTranslations('organizations.make');
  return (
    <StartDraft
      kind="organization"
      values={emptyMake(useLocale())}
      to="/o/$organization/organizations/new/$draft/$step"
      title={t('part')}
    />
  );
}
