import { useTranslations } from 'use-intl';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { Row } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { NoWay } from './no-way.tsx';

/** After login IDs were asked for; says the same whether there are any or not. */
export function Page() {
  const t = useTranslations('passwords.sent');
  return (
    <PageFrame title={t('title')} width="reading">
      <Notice live>{t('idsText')}</Notice>
      <p>{t('idsMissing')}</p>
      <Row>
        <ButtonTo to="/login">{t('logIn')}</ButtonTo>
        <ButtonTo kind="secondary" to="/forgotten-password">
          {t('toReset')}
        </ButtonTo>
        <ButtonTo kind="quiet" to="/forgotten-login-id">
          {t('again')}
        </ButtonTo>
      </Row>
      <NoWay />
    </PageFrame>
  );
}
