import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useInstant } from '../context/dates.ts';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { useSiteWords } from '../context/site.ts';
import { Code } from '../ui/code.tsx';
import { Card, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { SummaryList, type SummaryEntry } from '../ui/summary-list.tsx';
import { Acknowledgement } from './acknowledgement.tsx';
import { alarmQuery, type Alarm } from './requests.ts';
import { SeverityBadge } from './severity-badge.tsx';
import { useAlarmsLive } from './use-alarms-live.ts';

const minuteMs = 60_000;

/** One alarm: what it is, what to do about it, and who has taken note of it (E-08). */
export function Page() {
  const t = useTranslations('alarms.view');
  const words = useSiteWords();
  const { organization = '', alarm: id = '' } = useParams({ strict: false });
  const { data: alarm, error, refetch } = useQuery(alarmQuery(organization, id));
  useAlarmsLive(organization);
  if (!alarm)
    return error ? (
      <PageFrame title={t('part')} width="reading">
        <ErrorState problem={error} onRetry={() => void refetch()} />
      </PageFrame>
    ) : (
      <Loading />
    );
  return (
    <PageFrame title={words(alarm.what)} part={t('part')} width="reading">
      <Facts organization={organization} alarm={alarm} />
      <Remedy alarm={alarm} />
      <Acknowledgement organization={organization} alarm={alarm} />
      <div>
        <ButtonTo kind="quiet" icon="left" to="/o/$organization/alarms" params={{ organization }}>
          {t('toList')}
        </ButtonTo>
      </div>
    </PageFrame>
  );
}

function Facts({ organization, alarm }: { organization: string; alarm: Alarm }) {
  const t = useTranslations('alarms.view');
  return (
    <Card labelledBy="alarm-facts">
      <Stack>
        <h2 id="alarm-facts">{t('facts')}</h2>
        {alarm.flapping && !alarm.clearedAt && <Notice>{t('quiet')}</Notice>}
        <SummaryList entries={useEntries(organization, alarm)} />
      </Stack>
    </Card>
  );
}

function useEntries(organization: string, alarm: Alarm): SummaryEntry[] {
  const t = useTranslations('alarms.view');
  const say = useTranslations('alarms');
  const instant = useInstant();
  const { device, aheadMs, lastReportAt, said, clearedAt } = alarm;
  const off = aheadMs === null ? 0 : Math.round(Math.abs(aheadMs) / minuteMs);
  const entries: (SummaryEntry | false)[] = [
    { name: t('severity'), value: <SeverityBadge severity={alarm.severity} /> },
    { name: t('cause'), value: say(`causes.${alarm.cause}`) },
    alarm.cause === 'status' && { name: t('code'), value: <Code>{alarm.code}</Code> },
    said !== null && { name: t('said'), value: said },
    { name: t('since'), value: instant(alarm.raisedAt) },
    clearedAt ? { name: t('over'), value: instant(clearedAt) } : { name: t('state'), value: t('stillOpen') },
    alarm.flapping && { name: t('rises'), value: alarm.rises },
    lastReportAt !== null && { name: t('lastReport'), value: instant(lastReportAt) },
    aheadMs !== null && { name: t('clock'), value: t(aheadMs > 0 ? 'ahead' : 'behind', { minutes: off }) },
    {
      name: t('device'),
      value: (
        <Link to="/o/$organization/devices/$device" params={{ organization, device: device.id }}>
          <Code>{device.serial}</Code>
        </Link>
      ),
    },
    alarm.installation !== '' && { name: t('installation'), value: alarm.installation },
    { name: t('organization'), value: alarm.organization.name },
  ];
  return entries.filter((entry) => entry !== false);
}

/** What the model's data say, or what holds for every device. */
function Remedy({ alarm }: { alarm: Alarm }) {
  const t = useTranslations('alarms.view');
  const words = useSiteWords();
  const { cause, remedy, severity } = alarm;
  const usual = cause !== 'status' ? t(`remedies.${cause}`) : severity === 'unknown' ? t('remedies.unknown') : null;
  const text = remedy ? words(remedy) : usual;
  if (text === null || alarm.clearedAt) return null;
  return (
    <Card labelledBy="alarm-remedy">
      <Stack>
        <h2 id="alarm-remedy">{t('remedy')}</h2>
        <p>{text}</p>
      </Stack>
    </Card>
  );
}
