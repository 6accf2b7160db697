import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { ButtonTo } from '../context/links.tsx';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { alarmsKey, listAlarms, type AlarmQuery } from './requests.ts';
import { OpenAlarms } from './open-alarms.tsx';
import { useAlarmsLive } from './use-alarms-live.ts';

const shownMax = 3;
const wish: AlarmQuery = { state: 'open', acknowledged: 'no', sort: '-severity', page: 1, pageSize: 10 };

/** Alarms that nobody has taken note of, the worst first; nothing while there are none (P-38). */
export function Part({ organization }: { organization: string }) {
  const t = useTranslations('alarms.home');
  const { data } = useQuery({
    queryKey: [...alarmsKey, organization, 'list', wish],
    queryFn: () => listAlarms(organization, wish),
  });
  useAlarmsLive(organization);
  if (!data || data.total === 0) return null;
  return (
    <Card labelledBy="home-alarms">
      <Stack>
        <h2 id="home-alarms">{t('title', { count: data.total })}</h2>
        <OpenAlarms organization={organization} alarms={data.items.slice(0, shownMax)} named />
        <Row print={false}>
          <ButtonTo
            kind="secondary"
            to="/o/$organization/alarms"
            params={{ organization }}
            search={{ acknowledged: 'no', sort: '-severity' }}
          >
            {t('all')}
          </ButtonTo>
        </Row>
      </Stack>
    </Card>
  );
}
