import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { eventAreas, eventKindsOf } from '../../domain/events/kinds.ts';
import { siteId } from '../context/address.ts';
import { useInstant } from '../context/dates.ts';
import { useSentence } from '../context/event-words.ts';
import { ListSearch } from '../context/list-search.tsx';
import { useServerList } from '../context/list.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { useSession } from '../context/session.ts';
import { useSite } from '../context/site.ts';
import { ExportButton } from '../exports/export-button.tsx';
import { conditionsOf } from '../exports/requests.ts';
import type { Column } from '../ui/data-table/data-table.tsx';
import { ServerList } from '../ui/data-table/server-list.tsx';
import styles from './audit.module.css';
import { Facts } from './facts.tsx';
import { listAudit, type AuditEntry, type AuditQuery } from './requests.ts';
import { useActor, useSubject } from './words.ts';

/** What was done, by whom, for whom, when, from where, and what it was before (P-25). */
export function Page() {
  const t = useTranslations('audit');
  const { organization = '' } = useParams({ strict: false });
  const session = useSession();
  const { timeZone } = useSite();
  const list = useServerList({
    fields: ['person', 'object', 'kind', 'from', 'until'],
    key: ['audit', siteId, organization],
    read: (wish: AuditQuery) => listAudit(organization, wish),
    fresh: true,
  });
  const wholeSite = session.organization.kind === 'maker';
  return (
    <PageFrame
      title={t('list.title')}
      lead={wholeSite ? t('list.leadSite') : t('list.lead', { organization: session.organization.name })}
    >
      <ListSearch
        label={t('list.searchLabel')}
        hint={t('list.searchHint', { zone: timeZone })}
        text={[
          { field: 'person', label: t('list.person') },
          { field: 'object', label: t('list.object') },
        ]}
        choices={[{ field: 'kind', label: t('list.kind'), any: t('list.anyKind'), options: useKinds() }]}
        days
        {...list}
      />
      <ServerList
        name={t('list.name')}
        columns={useColumns(organization)}
        rowKey={(row) => row.id}
        {...list}
        emptyText={t('list.empty')}
        actions={<ExportButton organization={organization} kind="audit" conditions={conditionsOf(list.state)} />}
      />
    </PageFrame>
  );
}

function useKinds() {
  const t = useTranslations('audit');
  const sentence = useSentence();
  return eventAreas.flatMap((area) => {
    const group = t(`areas.${area}`);
    return [
      { value: area, label: t('list.allOf', { area: group }), group },
      ...eventKindsOf(area).map((kind) => ({ value: kind, label: sentence(kind), group })),
    ];
  });
}

function useColumns(organization: string): Column<AuditEntry>[] {
  const t = useTranslations('audit.list');
  const instant = useInstant();
  const sentence = useSentence();
  const actor = useActor();
  const subject = useSubject();
  return [
    {
      key: 'at',
      title: t('at'),
      nowrap: true,
      cell: (row) => (
        <Link
          to="/o/$organization/audit/$event"
          params={{ organization, event: row.id }}
          aria-label={t('openName', { at: instant(row.at), what: sentence(row.kind) })}
        >
          {instant(row.at)}
        </Link>
      ),
    },
    {
      key: 'what',
      title: t('what'),
      long: true,
      cell: (row) => (
        <div className={styles['what']}>
          <div>{sentence(row.kind)}</div>
          <div className={styles['soft']}>{subject(row)}</div>
          <Facts facts={row.facts} short />
        </div>
      ),
    },
    {
      key: 'who',
      title: t('who'),
      cell: (row) => {
        const { who, onBehalf } = actor(row);
        return (
          <div className={styles['who']}>
            {who}
            {onBehalf && <div className={styles['soft']}>{onBehalf}</div>}
          </div>
        );
      },
    },
    { key: 'address', title: t('address'), nowrap: true, cell: (row) => row.address ?? t('notShown') },
  ];
}
