import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { siteId } from '../../context/address.ts';
import { useDeadline, useInstant } from '../../context/dates.ts';
import { useServerList } from '../../context/list.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSession } from '../../context/session.ts';
import { ExportButton } from '../../exports/export-button.tsx';
import { conditionsOf } from '../../exports/requests.ts';
import { ListSearch } from '../../context/list-search.tsx';
import styles from '../../organizations/cells.module.css';
import { Code } from '../../ui/code.tsx';
import type { Column } from '../../ui/data-table/data-table.tsx';
import { ServerList } from '../../ui/data-table/server-list.tsx';
import { ModelName } from '../model-name.tsx';
import { useNoun } from '../options.ts';
import { listTransfers, type TransferQuery, type TransferRow } from './requests.ts';

const sorts = ['begunAt', 'expiresAt', 'serial', 'model'] as const;
const sides = ['given', 'received'] as const;

/** Hand-overs of my devices and those offered to me; operators see all (P-31). */
export function Page() {
  const t = useTranslations('transfers');
  const noun = useNoun();
  const { organization = '' } = useParams({ strict: false });
  const seesAll = useSession().organization.kind === 'maker';
  const list = useServerList({
    fields: ['text', ...(seesAll ? [] : ['side'])],
    sorts,
    key: ['transfers', siteId, organization, 'list'],
    read: (wish: TransferQuery) => listTransfers(organization, wish),
  });
  const direction = {
    field: 'side',
    label: t('list.side'),
    any: t('list.anySide'),
    options: sides.map((side) => ({ value: side, label: t(`sides.${side}`) })),
  };
  return (
    <PageFrame title={t('list.title')} lead={t(seesAll ? 'list.leadAll' : 'list.lead')}>
      <ListSearch
        label={t('list.searchLabel')}
        hint={t('list.searchHint')}
        text={t('facts.serial')}
        choices={seesAll ? [] : [direction]}
        {...list}
      />
      <ServerList
        name={t('list.name')}
        columns={useColumns(organization)}
        rowKey={(row) => row.id}
        {...list}
        emptyText={t('list.empty', noun)}
        actions={<ExportButton organization={organization} kind="transfers" conditions={conditionsOf(list.state)} />}
      />
    </PageFrame>
  );
}

function useColumns(organization: string): Column<TransferRow>[] {
  const t = useTranslations('transfers');
  const instant = useInstant();
  const deadline = useDeadline();
  const name = (text: string | null, otherwise: string) => <span className={styles['name']}>{text ?? otherwise}</span>;
  return [
    {
      key: 'serial',
      title: t('facts.serial'),
      nowrap: true,
      cell: (row) => (
        <Link
          to="/o/$organization/transfers/$transfer"
          params={{ organization, transfer: row.id }}
          aria-label={t('list.openName', { serial: row.serial })}
        >
          <Code>{row.serial}</Code>
        </Link>
      ),
    },
    { key: 'state', title: t('facts.state'), nowrap: true, cell: (row) => t(`states.${row.state}`) },
    { key: 'model', title: t('facts.model'), cell: (row) => <ModelName model={row.model} /> },
    { key: 'from', title: t('facts.from'), cell: (row) => name(row.from, t('desk')) },
    { key: 'to', title: t('facts.to'), cell: (row) => name(row.to, t('notTold')) },
    { key: 'begunAt', title: t('facts.begunAt'), nowrap: true, cell: (row) => instant(row.begunAt) },
    { key: 'expiresAt', title: t('facts.expiresAt'), nowrap: true, cell: (row) => deadline(row.expiresAt) },
  ];
}
