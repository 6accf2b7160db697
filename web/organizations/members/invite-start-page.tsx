import { useLocale, useTranslations } from 'use-intl';
import { StartDraft } from '../../context/start-draft.tsx';
import { emptyInvite } from './invite-state.ts';

export function Page() {
  const t = useTranslations('members.invite');
  return (
    <StartDraft
      kind="invitation"
      values={emptyInvite(useLocale())}
      to="/o/$organization/members/invite/$draft/$step"
      title={t('part')}
    />
  );
}
