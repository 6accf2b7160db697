import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { siteId } from '../../context/address.ts';
import { useCivilDate, useInstant } from '../../context/dates.ts';
import { useServerList } from '../../context/list.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { ExportButton } from '../../exports/export-button.tsx';
import { conditionsOf } from '../../exports/requests.ts';
import styles from '../../organizations/cells.module.css';
import { Code } from '../../ui/code.tsx';
import type { Column } from '../../ui/data-table/data-table.tsx';
import { ServerList } from '../../ui/data-table/server-list.tsx';
import { RadioGroup } from '../../ui/form/radio-group.tsx';
import { Card } from '../../ui/layout.tsx';
import { ModelName } from '../model-name.tsx';
import { listReports, type EndReport, type ReportQuery } from './requests.ts';

const sorts = ['reportedAt', 'endedOn', 'serial', 'model', 'organization'] as const;
const states = ['undecided', 'all'] as const;

/** What customers report as out of use, for operators to answer (U-06). */
export function Page() {
  const t = useTranslations('transfers.reports');
  const { organization = '' } = useParams({ strict: false });
  const list = useServerList({
    fields: ['state'],
    sorts,
    key: ['end-reports', siteId, organization],
    read: (wish: ReportQuery) => listReports(organization, wish),
  });
  const { state, onChange } = list;
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <Card>
        <RadioGroup
          plain
          id="reports-shown"
          label={t('state')}
          value={state.search['state'] ?? 'undecided'}
          onChange={(shown) => onChange({ ...state, page: 1, search: shown === 'all' ? { state: 'all' } : {} })}
          choices={states.map((one) => ({ value: one, label: t(one) }))}
        />
      </Card>
      <ServerList
        name={t('name')}
        columns={useColumns(organization)}
        rowKey={(row) => row.id}
        {...list}
        emptyText={t('empty')}
        actions={<ExportButton organization={organization} kind="end-reports" conditions={conditionsOf(list.state)} />}
      />
    </PageFrame>
  );
}

function useColumns(organization: string): Column<EndReport>[] {
  const t = useTranslations('transfers.reports');
  const words = useTranslations('transfers');
  const instant = useInstant();
  const date = useCivilDate();
  return [
    { key: 'reportedAt', title: t('reportedAt'), nowrap: true, cell: (row) => instant(row.reportedAt) },
    {
      key: 'serial',
      title: words('facts.serial'),
      nowrap: true,
      // One that was decided may have passed on since.
      cell: (row) =>
        row.decision ? (
          <Code>{row.serial}</Code>
        ) : (
          <Link to="/o/$organization/devices/$device" params={{ organization, device: row.device }}>
            <Code>{row.serial}</Code>
          </Link>
        ),
    },
    { key: 'model', title: words('facts.model'), cell: (row) => <ModelName model={row.model} /> },
    {
      key: 'organization',
      title: t('organization'),
      cell: (row) => <span className={styles['name']}>{row.organization}</span>,
    },
    { key: 'endedOn', title: t('endedOn'), nowrap: true, cell: (row) => date(row.endedOn) },
    {
      key: 'reason',
      title: words('facts.reason'),
      long: true,
      cell: (row) => <span className={styles['name']}>{row.reason}</span>,
    },
    {
      key: 'decision',
      title: t('decision'),
      nowrap: true,
      cell: (row) =>
        row.decision ? (
          t(`decisions.${row.decision}`)
        ) : (
          <Link
            to="/o/$organization/devices/$device/acts/$act"
            params={{ organization, device: row.device, act: 'decide' }}
            aria-label={t('answerName', { serial: row.serial })}
          >
            {t('answer')}
          </Link>
        ),
    },
  ];
}
