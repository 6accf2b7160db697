import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useDeadline, useInstant } from '../context/dates.ts';
import { ButtonTo } from '../context/links.tsx';
import { ListSearch } from '../context/list-search.tsx';
import { useServerList } from '../context/list.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { ExportButton } from '../exports/export-button.tsx';
import { conditionsOf } from '../exports/requests.ts';
import { Code } from '../ui/code.tsx';
import type { Column } from '../ui/data-table/data-table.tsx';
import { ServerList } from '../ui/data-table/server-list.tsx';
import { Row } from '../ui/layout.tsx';
import { apiKeysKey, listKeys, type KeyQuery, type KeyRow } from './requests.ts';
import { StateBadge } from './state-badge.tsx';

const sorts = ['name', 'createdAt', 'lastUsedAt', 'endsAt'] as const;
const states = ['active', 'ended', 'revoked', 'stopped'] as const;

/** The organization's API keys (P-24): who made them, when each was last used, and how it stands with them. */
export function Page() {
  const t = useTranslations('api-keys');
  const { organization = '' } = useParams({ strict: false });
  const list = useServerList({
    fields: ['text', 'state'],
    sorts,
    key: [...apiKeysKey, organization, 'list'],
    read: (wish: KeyQuery) => listKeys(organization, wish),
  });
  return (
    <PageFrame
      title={t('list.title')}
      lead={t('list.lead')}
      actions={
        <Row>
          <ButtonTo to="/o/$organization/api-keys/new" params={{ organization }} icon="plus">
            {t('list.make')}
          </ButtonTo>
          <ButtonTo kind="secondary" to="/o/$organization/api-reference" params={{ organization }} icon="document">
            {t('list.reference')}
          </ButtonTo>
        </Row>
      }
    >
      <ListSearch
        label={t('list.searchLabel')}
        hint={t('list.searchHint')}
        text={t('list.text')}
        choices={[
          {
            field: 'state',
            label: t('list.state'),
            any: t('list.anyState'),
            options: states.map((value) => ({ value, label: t(`states.${value}`) })),
          },
        ]}
        {...list}
      />
      <ServerList
        name={t('list.title')}
        columns={useColumns(organization)}
        rowKey={(row) => row.id}
        {...list}
        emptyText={t('list.empty')}
        actions={<ExportButton organization={organization} kind="api-keys" conditions={conditionsOf(list.state)} />}
      />
    </PageFrame>
  );
}

function useColumns(organization: string): Column<KeyRow>[] {
  const t = useTranslations('api-keys.list');
  const instant = useInstant();
  const deadline = useDeadline();
  return [
    {
      key: 'name',
      title: t('name'),
      cell: (row) => (
        <Link
          to="/o/$organization/api-keys/$key"
          params={{ organization, key: row.id }}
          aria-label={t('open', { name: row.name })}
        >
          {row.name}
        </Link>
      ),
    },
    { key: 'state', title: t('state'), nowrap: true, cell: (row) => <StateBadge state={row.state} /> },
    { key: 'begins', title: t('begins'), nowrap: true, cell: (row) => <Code>{`${row.begins}…`}</Code> },
    {
      key: 'lastUsedAt',
      title: t('lastUsedAt'),
      nowrap: true,
      cell: (row) => (row.lastUsedAt ? instant(row.lastUsedAt) : t('never')),
    },
    { key: 'createdAt', title: t('createdAt'), nowrap: true, cell: (row) => instant(row.createdAt) },
    {
      key: 'endsAt',
      title: t('endsAt'),
      nowrap: true,
      cell: (row) => (row.endsAt ? deadline(row.endsAt) : t('noEnd')),
    },
  ];
}
