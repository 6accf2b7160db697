import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BatchDetail } from '../../api/types.ts';
import { useInstant } from '../../context/dates.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { Button } from '../../ui/button.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useCategoryName } from '../options.ts';
import { ActDialog, type Act } from './act-dialog.tsx';
import { BatchKeys } from './batch-keys.tsx';
import { DeliveryMark } from './delivery-mark.tsx';
import { Deliveries } from './deliveries.tsx';
import { Made } from './made.tsx';
import { batchQuery, confirmDelivery, type Received } from './requests.ts';

/** One batch: what became of its keys, what went out, and what to do about sheets that were lost or stolen (K-13). */
export function Page() {
  const t = useTranslations('activation-keys');
  const { organization = '', batch = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(batchQuery(organization, batch));
  const [made, setMade] = useState<{ received: Received; count: number } | null>(null);
  const [voided, setVoided] = useState<number | null>(null);
  const [act, setAct] = useState<Act | null>(null);
  const client = useQueryClient();
  if (made) return <Made organization={organization} {...made} onDone={() => setMade(null)} />;
  if (error) {
    return (
      <PageFrame title={t('batch.part')} width="reading">
        <ErrorState problem={error} onRetry={() => void refetch()} />
      </PageFrame>
    );
  }
  if (!data) return <Loading />;
  const renew = () => client.invalidateQueries({ queryKey: ['batch', organization, batch] });
  return (
    <PageFrame title={t('batch.title', { productNumber: data.productNumber })} part={t('batch.part')}>
      {voided !== null && (
        <Notice kind="success" live>
          {t('batch.voidDone', { count: voided })}
        </Notice>
      )}
      <Facts batch={data} />
      <Open organization={organization} batch={data} onChange={renew} />
      <Acts batch={data} onAct={setAct} />
      <Stack gap="small">
        <h2>{t('batch.keysTitle')}</h2>
        <BatchKeys organization={organization} batch={batch} onAct={setAct} />
      </Stack>
      <Stack gap="small">
        <h2>{t('batch.deliveriesTitle')}</h2>
        <Deliveries batch={data} />
      </Stack>
      {act && (
        <ActDialog
          organization={organization}
          batch={data}
          act={act}
          onClose={() => setAct(null)}
          onMade={(received, count) => {
            setAct(null);
            setMade({ received, count });
            void renew();
          }}
          onVoided={(count) => {
            setAct(null);
            setVoided(count);
            void renew();
          }}
        />
      )}
    </PageFrame>
  );
}

function Facts({ batch }: { batch: BatchDetail }) {
  const t = useTranslations('activation-keys.fields');
  const instant = useInstant();
  const nameOf = useCategoryName();
  const counts = [
    `${t('used')} ${batch.used}`,
    `${t('unused')} ${batch.unused}`,
    ...(batch.voided > 0 ? [`${t('voided')} ${batch.voided}`] : []),
  ];
  const entries = [
    { name: t('keys'), value: `${batch.keys} (${counts.join(' / ')})` },
    { name: t('category'), value: nameOf(batch.category) },
    { name: t('purpose'), value: batch.purpose },
    ...(batch.note ? [{ name: t('note'), value: batch.note }] : []),
    { name: t('madeAt'), value: `${instant(batch.createdAt)} (${batch.createdBy})` },
    { name: t('delivery'), value: <DeliveryMark batch={batch} /> },
  ];
  return <SummaryList entries={entries} />;
}

/** Said while a file is out of which nobody knows whether it arrived. */
function Open({ organization, batch, onChange }: { organization: string; batch: BatchDetail; onChange: () => void }) {
  const t = useTranslations('activation-keys.batch');
  const { busy, problem, run } = useAction();
  if (batch.unconfirmed === 0) return null;
  async function arrived(): Promise<void> {
    for (const delivery of batch.deliveries.filter((one) => one.confirmedAt === null))
      await confirmDelivery(organization, batch.id, delivery.id);
    onChange();
  }
  return (
    <Notice kind="warning" title={t('openTitle')}>
      <Stack gap="small">
        <p>{t('openText', { count: batch.unconfirmed })}</p>
        <Row print={false}>
          <Button kind="secondary" compact busy={busy} onClick={() => void run(arrived)}>
            {t('arrived')}
          </Button>
        </Row>
        <ErrorState problem={problem} />
      </Stack>
    </Notice>
  );
}

function Acts({ batch, onAct }: { batch: BatchDetail; onAct: (act: Act) => void }) {
  const t = useTranslations('activation-keys.batch');
  const { permissions } = useSession();
  if (batch.unused === 0 || !permissions.includes('activation-keys:generate')) return null;
  return (
    <Row print={false}>
      <Button kind="secondary" icon="refresh" onClick={() => onAct({ kind: 'renew', number: null })}>
        {t('renewAll')}
      </Button>
      <Button kind="secondary" icon="trash" onClick={() => onAct({ kind: 'void', number: null })}>
        {t('voidAll')}
      </Button>
    </Row>
  );
}
