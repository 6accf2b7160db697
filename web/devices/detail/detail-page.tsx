import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { byItself } from '../../api/client.ts';
import { useLive } from '../../context/live/use-live.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useFieldName, useNoun } from '../options.ts';
import { DeviceParts } from '../parts.tsx';
import { deviceQuery, type Device } from '../requests.ts';
import { useValueEntries } from '../value-entries.tsx';
import { DeviceFacts } from './device-facts.tsx';
import { DeviceHistory } from './device-history.tsx';
import { LengthenedWarranty } from './lengthened-warranty.tsx';

/** One device with all that is known of it, and what can be done with it (U-06). */
export function Page() {
  const t = useTranslations('devices.detail');
  const noun = useNoun();
  const called = useFieldName();
  const { organization = '', device = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(deviceQuery(organization, device));
  const { state } = useLive(organization, `devices/${device}`, () => byItself(() => void refetch()));
  if (data && state === 'ended')
    return (
      <PageFrame title={t('part', noun)} width="reading">
        <Notice kind="warning" live>
          {t('gone')}
        </Notice>
        <ToList organization={organization} />
      </PageFrame>
    );
  if (!data)
    return error ? (
      <PageFrame title={t('part', noun)} width="reading">
        <ErrorState problem={error} onRetry={() => void refetch()} />
      </PageFrame>
    ) : (
      <Loading />
    );
  return (
    <PageFrame
      title={(called('installation') && data.values.installation) || data.serial}
      part={t('part', noun)}
      width="reading"
    >
      {data.endedOn && <Notice kind="warning">{t('ended')}</Notice>}
      <LengthenedWarranty organization={organization} device={data} />
      <DeviceParts place="head" organization={organization} device={device} />
      <DeviceParts place="body" organization={organization} device={device} />
      <DeviceFacts organization={organization} device={data} />
      <Values organization={organization} device={data} />
      <DeviceHistory organization={organization} device={device} />
      <DeviceParts place="foot" organization={organization} device={device} />
      <ToList organization={organization} />
    </PageFrame>
  );
}

function ToList({ organization }: { organization: string }) {
  const t = useTranslations('devices.detail');
  const noun = useNoun();
  return (
    <div>
      <ButtonTo kind="quiet" icon="left" to="/o/$organization/devices" params={{ organization }}>
        {t('toList', noun)}
      </ButtonTo>
    </div>
  );
}

/** What people may change, with the way to do so. */
function Values({ organization, device }: { organization: string; device: Device }) {
  const t = useTranslations('devices.detail');
  const valueEntries = useValueEntries();
  return (
    <Card labelledBy="device-values">
      <Stack>
        <h2 id="device-values">{t('values')}</h2>
        <SummaryList entries={valueEntries(device.values)} />
        {device.mayChange && !device.endedOn && (
          <Row print={false}>
            <ButtonTo
              kind="secondary"
              to="/o/$organization/devices/$device/edit"
              params={{ organization, device: device.id }}
            >
              {t('edit')}
            </ButtonTo>
          </Row>
        )}
      </Stack>
    </Card>
  );
}
