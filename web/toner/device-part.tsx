import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useSiteWords } from '../context/site.ts';
import { useInstant, useCivilDate } from '../context/dates.ts';
import { ApiProblem } from '../api/problem.ts';
import { DataTable, type Column } from '../ui/data-table/data-table.tsx';
import { Card, Row, Stack } from '../ui/layout.tsx';
import { ButtonTo } from '../context/links.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { Course } from './course.tsx';
import { EmptyOn } from './empty-on.tsx';
import { Dot, Level } from './level.tsx';
import { ManagerForm } from './manager-form.tsx';
import { Method } from './method.tsx';
import { deviceTonerQuery, type Supply } from './requests.ts';

/** Toner and ink of one device on its page: levels, their course, and who is told. A device without supplies shows nothing. */
export function Part({ organization, device }: { organization: string; device: string }) {
  const t = useTranslations('toner.device');
  const { data, error, refetch } = useQuery(deviceTonerQuery(organization, device));
  if (error instanceof ApiProblem && error.code === 'platform/not-found') return null;
  return (
    <Card labelledBy="device-toner">
      <Stack>
        <h2 id="device-toner">{t('title')}</h2>
        <ErrorState problem={error} onRetry={() => void refetch()} />
        {!data && !error && <Loading />}
        {data && (
          <>
            <Supplies supplies={data.supplies} />
            <Course shown={data} />
            <Method />
            <ManagerForm organization={organization} device={device} shown={data} />
            <Row print={false}>
              <ButtonTo kind="quiet" to="/o/$organization/toner" params={{ organization }}>
                {t('all')}
              </ButtonTo>
            </Row>
          </>
        )}
      </Stack>
    </Card>
  );
}

function Supplies({ supplies }: { supplies: readonly Supply[] }) {
  const t = useTranslations('toner');
  const words = useSiteWords();
  const day = useCivilDate('medium');
  const instant = useInstant();
  const columns: Column<Supply>[] = [
    {
      key: 'supply',
      title: t('list.supply'),
      nowrap: true,
      cell: (row) => (
        <>
          <Dot colour={row.colour} />
          {words(row.name)}
        </>
      ),
    },
    {
      key: 'level',
      title: t('list.level'),
      cell: (row) => <Level level={row.level} low={row.low} colour={row.colour} />,
    },
    { key: 'emptyOn', title: t('list.emptyOn'), cell: (row) => <EmptyOn forecast={row.forecast} /> },
    {
      key: 'refilledOn',
      title: t('list.refilledOn'),
      nowrap: true,
      cell: (row) => (row.refilledOn ? day(row.refilledOn) : t('none')),
    },
  ];
  const at = supplies[0]?.at ?? null;
  return (
    <>
      <DataTable name={t('device.title')} columns={columns} rows={supplies} rowKey={(row) => row.supply} stack />
      {at && <p>{t('list.at', { at: instant(at) })}</p>}
    </>
  );
}
