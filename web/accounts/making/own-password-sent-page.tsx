import { useTranslations } from 'use-intl';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { Notice } from '../../ui/notice.tsx';

/** After the question at login was answered with yes; the session is over. */
export function Page() {
  const t = useTranslations('new-accounts.own');
  return (
    <PageFrame title={t('sentTitle')} width="reading">
      <Notice kind="success" live>
        {t('sentText')}
      </Notice>
      <p>{t('sentMissing')}</p>
      <div>
        <ButtonTo kind="secondary" to="/login">
          {t('logIn')}
        </ButtonTo>
      </div>
    </PageFrame>
  );
}
