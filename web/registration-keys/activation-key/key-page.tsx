import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ActivationKey } from '../../api/types.ts';
import { useInstant } from '../../context/dates.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { Code } from '../../ui/code.tsx';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { Card, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useCategory, useCategoryName } from '../options.ts';
import { MoveForm, type Moved } from './move-form.tsx';
import { activationKeyQuery } from './requests.ts';

/** One activation key for operators: what it is, which device IDs it serves or served, and K-04's exception. */
export function Page() {
  const t = useTranslations('activation-keys.key');
  const { organization = '', number = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(activationKeyQuery(organization, number));
  const [moved, setMoved] = useState<Moved | null>(null);
  if (error) {
    return (
      <PageFrame title={t('part')} width="reading">
        <ErrorState problem={error} onRetry={() => void refetch()} />
      </PageFrame>
    );
  }
  if (!data) return <Loading />;
  return (
    <PageFrame title={t('title', { number: data.number })} part={t('part')}>
      {moved && (
        <Notice kind="success" live>
          {t('moved', moved)}
        </Notice>
      )}
      <Facts organization={organization} data={data} />
      <Stack gap="small">
        <h2>{t('devices')}</h2>
        <Devices data={data} />
      </Stack>
      <Move
        key={data.devices[0]?.deviceId ?? ''}
        organization={organization}
        data={data}
        onMoved={(done) => {
          setMoved(done);
          void refetch();
        }}
      />
    </PageFrame>
  );
}

function Facts({ organization, data }: { organization: string; data: ActivationKey }) {
  const t = useTranslations('activation-keys');
  const instant = useInstant();
  const nameOf = useCategoryName();
  const entries = [
    { name: t('fields.productNumber'), value: data.productNumber },
    { name: t('fields.purpose'), value: data.purpose },
    { name: t('fields.category'), value: nameOf(data.category) },
    { name: t('fields.state'), value: t(`states.${data.state}`) },
    { name: t('fields.madeAt'), value: instant(data.createdAt) },
  ];
  return (
    <Stack gap="small">
      <SummaryList entries={entries} />
      {data.batch && (
        <p>
          <Link to="/o/$organization/activation-keys/batches/$batch" params={{ organization, batch: data.batch }}>
            {t('key.toBatch')}
          </Link>
        </p>
      )}
    </Stack>
  );
}

function Devices({ data }: { data: ActivationKey }) {
  const t = useTranslations('activation-keys');
  const instant = useInstant();
  if (data.devices.length === 0) return <p>{t('key.none')}</p>;
  return (
    <DataTable
      name={t('key.devices')}
      rows={data.devices}
      rowKey={(row) => `${row.deviceId} ${row.since}`}
      columns={[
        {
          key: 'deviceId',
          title: t('fields.deviceId'),
          nowrap: true,
          cell: (row) => <Code>{row.deviceId}</Code>,
        },
        { key: 'since', title: t('key.since'), nowrap: true, cell: (row) => instant(row.since) },
        {
          key: 'state',
          title: t('fields.state'),
          nowrap: true,
          cell: (row) => (row.until ? t('key.until', { date: instant(row.until) }) : t('key.current')),
        },
        { key: 'organizations', title: t('key.organizations'), cell: (row) => row.organizations.join(' / ') },
      ]}
    />
  );
}

type MoveProps = { organization: string; data: ActivationKey; onMoved: (moved: Moved) => void };

function Move({ organization, data, onMoved }: MoveProps) {
  const t = useTranslations('activation-keys.key');
  const { permissions } = useSession();
  const category = useCategory(data.category);
  const [current] = data.devices;
  if (!current || !category || !permissions.includes('registration-keys:move')) return null;
  return (
    <Card labelledBy="move-heading">
      <Stack>
        <h2 id="move-heading">{t('move')}</h2>
        <p>{t('moveLead')}</p>
        <Notice kind="warning" title={t('warningTitle')}>
          {t('warning')}
        </Notice>
        <MoveForm
          organization={organization}
          number={data.number}
          from={current.deviceId}
          format={category.idFormat}
          onMoved={onMoved}
        />
      </Stack>
    </Card>
  );
}
