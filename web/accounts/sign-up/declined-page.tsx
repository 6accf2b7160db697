import { useTranslations } from 'use-intl';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { Row } from '../../ui/layout.tsx';

export function Page() {
  const t = useTranslations('accounts.signUp');
  return (
    <PageFrame title={t('declined.title')} part={t('title')} width="reading">
      <p>{t('declined.text')}</p>
      <Row>
        <ButtonTo kind="secondary" to="/login">
          {t('declined.toLogIn')}
        </ButtonTo>
        <ButtonTo kind="quiet" to="/sign-up">
          {t('declined.again')}
        </ButtonTo>
      </Row>
    </PageFrame>
  );
}
