import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { causes } from '../../domain/alarms/causes.ts';
import { severities } from '../../domain/alarms/severity.ts';
import { useInstant } from '../context/dates.ts';
import { ButtonTo } from '../context/links.tsx';
import { useServerList } from '../context/list.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { useSession } from '../context/session.ts';
import { useSiteWords } from '../context/site.ts';
import { ExportButton } from '../exports/export-button.tsx';
import { conditionsOf } from '../exports/requests.ts';
import styles from '../organizations/cells.module.css';
import { ListSearch } from '../context/list-search.tsx';
import { Code } from '../ui/code.tsx';
import type { Column } from '../ui/data-table/data-table.tsx';
import { ServerList } from '../ui/data-table/server-list.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { alarmsKey, listAlarms, type Alarm, type AlarmQuery } from './requests.ts';
import { SeverityBadge } from './severity-badge.tsx';
import { useAlarmsLive } from './use-alarms-live.ts';

const sorts = ['raisedAt', 'severity', 'serial', 'organization', 'clearedAt'] as const;

/** What is wrong with devices: one's own, and those that one looks after (E-08). */
export function Page() {
  const t = useTranslations('alarms.list');
  const { organization = '' } = useParams({ strict: false });
  const list = useServerList({
    fields: ['state', 'text', 'severity', 'cause', 'acknowledged', 'device'],
    sorts,
    key: [...alarmsKey, organization, 'list'],
    read: (wish: AlarmQuery) => listAlarms(organization, wish),
  });
  const { state, onChange } = list;
  useAlarmsLive(organization);
  const choices = useChoices();
  const { device: _, ...others } = state.search;
  return (
    <PageFrame title={t('title')} lead={t('lead')} actions={<ToMails organization={organization} />}>
      {state.search['device'] && <OneDevice all={() => onChange({ ...state, page: 1, search: others })} />}
      <ListSearch label={t('searchLabel')} hint={t('searchHint')} text={t('text')} choices={choices} {...list} />
      <ServerList
        name={t('name')}
        columns={useColumns(organization)}
        rowKey={(row) => row.id}
        {...list}
        emptyText={t('empty')}
        actions={<ExportButton organization={organization} kind="alarms" conditions={conditionsOf(list.state)} />}
      />
    </PageFrame>
  );
}

/** The list was opened from the page of a device. */
function OneDevice({ all }: { all: () => void }) {
  const t = useTranslations('alarms.list');
  return (
    <Notice>
      {t('oneDevice')}{' '}
      <Button kind="quiet" compact onClick={all}>
        {t('allDevices')}
      </Button>
    </Notice>
  );
}

function ToMails({ organization }: { organization: string }) {
  const t = useTranslations('alarms.list');
  // Operators are not mailed about others' devices.
  if (useSession().organization.kind === 'maker') return null;
  return (
    <ButtonTo kind="quiet" icon="mail" to="/o/$organization/alarms/mails" params={{ organization }}>
      {t('mails')}
    </ButtonTo>
  );
}

function useChoices() {
  const t = useTranslations('alarms');
  return [
    { field: 'state', label: t('list.shown'), any: t('list.open'), options: [{ value: 'all', label: t('list.all') }] },
    {
      field: 'severity',
      label: t('list.severity'),
      any: t('list.anySeverity'),
      options: severities.toReversed().map((one) => ({ value: one, label: t(`severities.${one}`) })),
    },
    {
      field: 'cause',
      label: t('list.cause'),
      any: t('list.anyCause'),
      options: [
        ...causes.map((one) => ({ value: one, label: t(`causes.${one}`) })),
        { value: 'but-silence', label: t('list.butSilence') },
      ],
    },
    {
      field: 'acknowledged',
      label: t('list.acknowledged'),
      any: t('list.anyAcknowledged'),
      options: (['no', 'yes'] as const).map((one) => ({ value: one, label: t(`list.${one}`) })),
    },
  ];
}

function useColumns(organization: string): Column<Alarm>[] {
  const t = useTranslations('alarms.list');
  const say = useTranslations('alarms');
  const words = useSiteWords();
  const instant = useInstant();
  return [
    { key: 'severity', title: t('severity'), nowrap: true, cell: (row) => <SeverityBadge severity={row.severity} /> },
    {
      key: 'what',
      title: t('what'),
      cell: (row) => (
        <Link
          className={styles['name']}
          to="/o/$organization/alarms/$alarm"
          params={{ organization, alarm: row.id }}
          aria-label={t('showName', { what: words(row.what), serial: row.device.serial })}
        >
          {words(row.what)}
        </Link>
      ),
    },
    { key: 'raisedAt', title: t('raisedAt'), nowrap: true, cell: (row) => instant(row.raisedAt) },
    { key: 'serial', title: t('serial'), nowrap: true, cell: (row) => <Code>{row.device.serial}</Code> },
    {
      key: 'installation',
      title: t('installation'),
      cell: (row) => row.installation && <span className={styles['name']}>{row.installation}</span>,
    },
    {
      key: 'organization',
      title: t('organization'),
      cell: (row) => <span className={styles['name']}>{row.organization.name}</span>,
    },
    {
      key: 'clearedAt',
      title: t('state'),
      nowrap: true,
      cell: (row) => (
        <>
          {row.clearedAt ? `${say('state.over')} ${instant(row.clearedAt)}` : say('state.open')}
          {row.acknowledged && (
            <>
              <br />
              {say('state.acknowledged')}
            </>
          )}
        </>
      ),
    },
  ];
}
