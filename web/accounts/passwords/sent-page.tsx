import { useTranslations } from 'use-intl';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSite } from '../../context/site.ts';
import { Row } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useLife } from '../life.ts';
import { NoWay } from './no-way.tsx';

/** After a link was asked for; says the same whether one went out or not. */
export function Page() {
  const t = useTranslations('passwords.sent');
  const life = useLife();
  const { reset } = useSite();
  return (
    <PageFrame title={t('title')} width="reading">
      <Notice live>{t('text', { life: life(reset.life) })}</Notice>
      <p>{t('missing')}</p>
      <Row>
        <ButtonTo kind="secondary" to="/forgotten-password">
          {t('again')}
        </ButtonTo>
        <ButtonTo kind="quiet" to="/login">
          {t('logIn')}
        </ButtonTo>
      </Row>
      <NoWay />
    </PageFrame>
  );
}
