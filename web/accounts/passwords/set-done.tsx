import { useTranslations } from 'use-intl';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { Notice } from '../../ui/notice.tsx';

/** A password was set from outside: the way goes on over the login page. */
export function SetDone() {
  const t = useTranslations('accounts.setPassword');
  return (
    <PageFrame title={t('doneTitle')} width="reading">
      <Notice kind="success" live>
        {t('doneText')}
      </Notice>
      <div>
        <ButtonTo to="/login">{t('logIn')}</ButtonTo>
      </div>
    </PageFrame>
  );
}
