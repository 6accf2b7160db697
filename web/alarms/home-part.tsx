import { useQuery } from '@tanstack/react-query';
import { alarmsKey, listAlarms, type AlarmQuery } from './requests.ts';
import { OpenAlarms } from './open-alarms.tsx';
import { useAlarmsLive } from './use-alarms-live.ts';

const shownMax = 3;
const wish: AlarmQuery = {
  state: 'open',
  acknowledged: 'no',
  cause: 'but-silence',
  sort: '-severity',
  page: 1,
  pageSize: 10,
};

/** The worst of the alarms that nobody has taken note of (P-38). */
export function Part({ organization }: { organization: string }) {
  const { data } = useQuery({
    queryKey: [...alarmsKey, organization, 'list', wish],
    queryFn: () => listAlarms(organization, wish),
  });
  useAlarmsLive(organization);
  if (!data || data.total === 0) return null;
  return <OpenAlarms organization={organization} alarms={data.items.slice(0, shownMax)} named />;
}
