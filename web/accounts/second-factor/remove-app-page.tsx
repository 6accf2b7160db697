import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Go } from '../../context/go.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { Card } from '../../ui/layout.tsx';
import { Removal } from './removal.tsx';
import { ownFactorsQuery, removeApp } from './requests.ts';

export function Page() {
  const t = useTranslations('second-factor.app');
  const security = useTranslations('second-factor.security');
  const { data: factors } = useSuspenseQuery(ownFactorsQuery);
  if (!factors.totp) return <Go to="/account/security" />;
  return (
    <PageFrame title={t('remove')} part={security('title')} width="reading">
      <Card>
        <Removal text={t('removeText')} submit={t('remove')} remove={removeApp} />
      </Card>
    </PageFrame>
  );
}
