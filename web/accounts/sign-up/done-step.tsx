import { useTranslations } from 'use-intl';
import { ButtonTo } from '../../context/links.tsx';
import { Page } from '../../context/page.tsx';
import { Notice } from '../../ui/notice.tsx';

export function DoneStep() {
  const t = useTranslations('accounts.signUp');
  return (
    <Page title={t('done.title')} part={t('title')} width="reading">
      <Notice kind="success" live>
        {t('done.text')}
      </Notice>
      <div>
        <ButtonTo to="/login">{t('done.logIn')}</ButtonTo>
      </div>
    </Page>
  );
}
