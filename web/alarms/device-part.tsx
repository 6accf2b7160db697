import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { ButtonTo } from '../context/links.tsx';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { OpenAlarms } from './open-alarms.tsx';
import { alarmsKey, listAlarms, type AlarmQuery } from './requests.ts';
import { useAlarmsLive } from './use-alarms-live.ts';

/** What is wrong with one device just now, on its page. */
export function Part({ organization, device }: { organization: string; device: string }) {
  const t = useTranslations('alarms.device');
  const wish: AlarmQuery = { device, sort: '-severity', page: 1, pageSize: 10 };
  const { data, error, refetch } = useQuery({
    queryKey: [...alarmsKey, organization, 'list', wish],
    queryFn: () => listAlarms(organization, wish),
  });
  useAlarmsLive(organization);
  return (
    <Card labelledBy="device-alarms">
      <Stack>
        <h2 id="device-alarms">{t('title')}</h2>
        <ErrorState problem={error} onRetry={() => void refetch()} />
        {!data && !error && <Loading />}
        {data && <p role="status">{data.total === 0 ? t('none') : t('count', { count: data.total })}</p>}
        {data && data.total > 0 && <OpenAlarms organization={organization} alarms={data.items} />}
        <Row print={false}>
          <ButtonTo
            kind="quiet"
            to="/o/$organization/alarms"
            params={{ organization }}
            search={{ device, state: 'all' }}
          >
            {t('all')}
          </ButtonTo>
        </Row>
      </Stack>
    </Card>
  );
}
