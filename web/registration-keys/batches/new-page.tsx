import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Page as PageFrame } from '../../context/page.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { BatchForm } from './batch-form.tsx';
import { Made } from './made.tsx';
import { productsQuery, type Received } from './requests.ts';

/** Makes a batch of activation keys; the file with their registration IDs is saved at once and never again (K-13). */
export function Page() {
  const t = useTranslations('activation-keys');
  const { organization = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(productsQuery(organization));
  const [made, setMade] = useState<{ received: Received; count: number } | null>(null);
  if (made) return <Made organization={organization} {...made} onDone={() => setMade(null)} />;
  return (
    <PageFrame title={t('make.title')} part={t('batch.part')} lead={t('make.lead')} width="reading">
      {error ? <ErrorState problem={error} onRetry={() => void refetch()} /> : !data && <Loading />}
      {data && (
        <BatchForm
          organization={organization}
          products={data.products}
          onMade={(received, count) => setMade({ received, count })}
        />
      )}
    </PageFrame>
  );
}
