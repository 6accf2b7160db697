import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useCivilDate, useInstant } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { DataTable, type Column } from '../../ui/data-table/data-table.tsx';
import { Card, Stack } from '../../ui/layout.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useLicenceTypeName, useTermText } from '../options.ts';
import { GoesTo } from './goes-to.tsx';
import { licenceQuery, type LicenceDetail } from './requests.ts';

/** One licence: its dates, what it serves and served, and where it may go (L-05, L-06). */
export function Page() {
  const t = useTranslations('licence-placements');
  const { organization = '', licence = '' } = useParams({ strict: false });
  const { permissions } = useSession();
  const { data, error, refetch } = useQuery(licenceQuery(organization, licence));
  if (!data)
    return error ? (
      <PageFrame title={t('view.title')} width="reading">
        <ErrorState problem={error} onRetry={() => void refetch()} />
      </PageFrame>
    ) : (
      <Loading />
    );
  return (
    <PageFrame title={t('view.title')} width="reading">
      <Facts organization={organization} licence={data} />
      {data.mayMove && <GoesTo organization={organization} licence={data} />}
      {data.history.length > 0 && <History licence={data} />}
      {permissions.includes('licences:place') && (
        <div>
          <ButtonTo kind="quiet" icon="left" to="/o/$organization/own-licences" params={{ organization }}>
            {t('view.toList')}
          </ButtonTo>
        </div>
      )}
    </PageFrame>
  );
}

function Facts({ organization, licence }: { organization: string; licence: LicenceDetail }) {
  const t = useTranslations('licence-placements');
  const typeName = useLicenceTypeName();
  const term = useTermText();
  const day = useCivilDate();
  const { device, setAsideFor } = licence;
  return (
    <Card>
      <SummaryList
        entries={[
          { name: t('type'), value: typeName(licence.type) },
          { name: t('state'), value: t(`states.${licence.state}`) },
          {
            name: t('device'),
            value: device ? (
              <Link to="/o/$organization/devices/$device" params={{ organization, device: device.id }}>
                {device.name}
              </Link>
            ) : (
              t('none')
            ),
          },
          ...(setAsideFor ? [{ name: t('keptFor'), value: setAsideFor.name }] : []),
          { name: t('lastDay'), value: day(licence.lastDay) },
          { name: t('term'), value: t('view.term', { term: term(licence.termMonths), day: day(licence.freeUntil) }) },
          {
            name: t('assignedOn'),
            value: t('view.assigned', { day: day(licence.assignedOn), dealer: licence.dealer }),
          },
        ]}
      />
    </Card>
  );
}

type Past = LicenceDetail['history'][number];

function History({ licence: { history, expiresAt, lastDay } }: { licence: LicenceDetail }) {
  const t = useTranslations('licence-placements');
  const instant = useInstant();
  const day = useCivilDate('medium');
  const columns: Column<Past>[] = [
    { key: 'device', title: t('device'), cell: (row) => row.device.serial },
    { key: 'from', title: t('view.from'), nowrap: true, cell: (row) => instant(row.from) },
    {
      key: 'until',
      title: t('view.until'),
      nowrap: true,
      cell: (row) => (row.until === expiresAt ? day(lastDay) : instant(row.until)),
    },
    { key: 'cause', title: t('view.cause'), cell: (row) => t(`causes.${row.cause}`) },
  ];
  return (
    <Card labelledBy="licence-history">
      <Stack gap="small">
        <h2 id="licence-history">{t('view.history')}</h2>
        <DataTable
          name={t('view.history')}
          columns={columns}
          rows={history}
          rowKey={(row) => `${row.device.id} ${row.from} ${row.until}`}
          stack
        />
      </Stack>
    </Card>
  );
}
