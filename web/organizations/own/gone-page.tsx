import { useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';

/** The last page of somebody who has left, or has closed their organization. */
export function Page() {
  const t = useTranslations('members.gone');
  const { what } = useSearch({ strict: false });
  const closed = what === 'closed';
  return (
    <PageFrame title={t(closed ? 'closedTitle' : 'leftTitle')} width="reading">
      <p>{t(closed ? 'closedText' : 'leftText')}</p>
      <div>
        <ButtonTo kind="secondary" to="/login">
          {t('logIn')}
        </ButtonTo>
      </div>
    </PageFrame>
  );
}
