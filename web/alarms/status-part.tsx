import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { byItself } from '../api/client.ts';
import { useInstant } from '../context/dates.ts';
import { useLive } from '../context/live/use-live.ts';
import { useSite, useSiteWords } from '../context/site.ts';
import { Card, Small, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { deviceStatusQuery, type DeviceStatus } from './requests.ts';
import { SeverityBadge } from './severity-badge.tsx';

/** What a device itself says of how it is, and when it said so (C-03); at sites whose list shows it. */
export function Part({ organization, device }: { organization: string; device: string }) {
  const isShown = useSite().capabilities.devices?.columns.includes('reportedStatus');
  return isShown ? <Status organization={organization} device={device} /> : null;
}

function Status({ organization, device }: { organization: string; device: string }) {
  const t = useTranslations('alarms.status');
  const instant = useInstant();
  const { data, error, refetch } = useQuery(deviceStatusQuery(organization, device));
  useLive(organization, `devices/${device}`, () => byItself(() => void refetch()));
  return (
    <Card labelledBy="device-status">
      <Stack>
        <h2 id="device-status">{t('title')}</h2>
        <ErrorState problem={error} onRetry={() => void refetch()} />
        {!data && !error && <Loading />}
        {data?.silentSince && <Notice kind="warning">{t('silent', { at: instant(data.silentSince) })}</Notice>}
        {data && (
          <SummaryList
            entries={[
              { name: t('now'), value: <States status={data} /> },
              { name: t('reportedAt'), value: data.reported ? instant(data.reported.at) : t('never') },
              { name: t('countedAt'), value: data.lastCountedAt ? instant(data.lastCountedAt) : t('never') },
            ]}
          />
        )}
      </Stack>
    </Card>
  );
}

function States({ status: { able, reported, lastCountedAt } }: { status: DeviceStatus }) {
  const t = useTranslations('alarms.status');
  const words = useSiteWords();
  if (!able) return t('unable');
  if (!reported) return t(lastCountedAt ? 'countsOnly' : 'unknown');
  if (reported.states.length === 0) return t('normal');
  return (
    <Stack gap="small">
      {reported.states.map(({ code, severity, name, remedy }) => (
        <div key={code}>
          {severity !== 'normal' && <SeverityBadge severity={severity} />} {words(name)}
          {remedy && <Small>{words(remedy)}</Small>}
        </div>
      ))}
    </Stack>
  );
}
