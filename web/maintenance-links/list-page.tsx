import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useInstant } from '../context/dates.ts';
import { ButtonTo } from '../context/links.tsx';
import { useServerList } from '../context/list.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { useSession } from '../context/session.ts';
import { useNoun } from '../devices/options.ts';
import { ExportButton } from '../exports/export-button.tsx';
import { conditionsOf } from '../exports/requests.ts';
import styles from '../organizations/cells.module.css';
import { ListSearch } from '../context/list-search.tsx';
import type { Column } from '../ui/data-table/data-table.tsx';
import { ServerList } from '../ui/data-table/server-list.tsx';
import { Row } from '../ui/layout.tsx';
import { OwnPair } from './own-pair.tsx';
import { linksKey, listLinks, type LinkQuery, type LinkRow } from './requests.ts';
import { DevicesInShort, useLastDay } from './words.tsx';

const sorts = ['name', 'begunAt', 'untilOn'] as const;
const states = ['running', 'over'] as const;

/** A customer's dealers, or a dealer's customers, with what a customer needs to link it (E-04). */
export function Page() {
  const t = useTranslations('maintenance-links.list');
  const noun = useNoun();
  const { organization = '' } = useParams({ strict: false });
  const { permissions, organization: own } = useSession();
  const isDealer = own.kind === 'dealer';
  const list = useServerList({
    fields: ['text', 'state'],
    sorts,
    key: [...linksKey, organization, 'list'],
    read: (wish: LinkQuery) => listLinks(organization, wish),
  });
  const begin = permissions.includes('maintenance-links:manage') && !isDealer && (
    <Row>
      <ButtonTo to="/o/$organization/maintenance-links/new" params={{ organization }} icon="plus">
        {t('begin')}
      </ButtonTo>
    </Row>
  );
  const choice = {
    field: 'state',
    label: t('state'),
    any: t('anyState'),
    options: states.map((one) => ({ value: one, label: t(one) })),
  };
  return (
    <PageFrame
      title={t(isDealer ? 'linksTitle' : 'dealersTitle')}
      lead={isDealer ? t('linksLead') : t('dealersLead', noun)}
      actions={begin}
    >
      {isDealer && list.query.data?.ownPair && <OwnPair pair={list.query.data.ownPair} />}
      <ListSearch label={t('searchLabel')} hint={t('searchHint')} text={t('text')} choices={[choice]} {...list} />
      <ServerList
        name={t('name')}
        columns={useColumns(organization)}
        rowKey={(row) => row.id}
        {...list}
        emptyText={t(isDealer ? 'linksEmpty' : 'dealersEmpty')}
        actions={
          <ExportButton organization={organization} kind="maintenance-links" conditions={conditionsOf(list.state)} />
        }
      />
    </PageFrame>
  );
}

function useColumns(organization: string): Column<LinkRow>[] {
  const t = useTranslations('maintenance-links');
  const instant = useInstant();
  const lastDay = useLastDay();
  return [
    {
      key: 'name',
      title: t('facts.other'),
      cell: (row) => (
        <span className={styles['name']}>
          <Link
            to="/o/$organization/maintenance-links/$link"
            params={{ organization, link: row.id }}
            aria-label={t('list.openName', { name: row.other.name })}
          >
            {row.other.name}
          </Link>
        </span>
      ),
    },
    {
      key: 'state',
      title: t('facts.state'),
      nowrap: true,
      cell: (row) => (row.isNew && row.side === 'dealer' ? <strong>{t('fresh')}</strong> : t(`states.${row.state}`)),
    },
    { key: 'devices', title: t('facts.devices'), cell: (row) => <DevicesInShort link={row} /> },
    { key: 'rights', title: t('facts.rights'), cell: (row) => t(row.configure ? 'configure' : 'see') },
    { key: 'begunAt', title: t('facts.begunAt'), nowrap: true, cell: (row) => instant(row.begunAt) },
    { key: 'untilOn', title: t('facts.untilOn'), cell: (row) => lastDay(row.untilOn) },
  ];
}
