import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useInstant } from '../context/dates.ts';
import { ButtonTo } from '../context/links.tsx';
import { ListSearch } from '../context/list-search.tsx';
import { useServerList } from '../context/list.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { Code } from '../ui/code.tsx';
import type { Column } from '../ui/data-table/data-table.tsx';
import { ServerList } from '../ui/data-table/server-list.tsx';
import { Row } from '../ui/layout.tsx';
import { listWebhooks, webhooksKey, type WebhookQuery, type WebhookRow } from './requests.ts';
import { StateBadge } from './state-badge.tsx';

const sorts = ['name', 'createdAt'] as const;
const states = ['on', 'failing', 'off', 'gone', 'given-up', 'stopped'] as const;

/** The organization's webhooks (P-24), and whether their receivers take what they are told. */
export function Page() {
  const t = useTranslations('webhooks');
  const { organization = '' } = useParams({ strict: false });
  const list = useServerList({
    fields: ['text', 'state'],
    sorts,
    key: [...webhooksKey, organization, 'list'],
    read: (wish: WebhookQuery) => listWebhooks(organization, wish),
  });
  return (
    <PageFrame
      title={t('list.title')}
      lead={t('list.lead')}
      actions={
        <Row>
          <ButtonTo to="/o/$organization/webhooks/new" params={{ organization }} icon="plus">
            {t('list.make')}
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
      />
    </PageFrame>
  );
}

function useColumns(organization: string): Column<WebhookRow>[] {
  const t = useTranslations('webhooks.list');
  const instant = useInstant();
  return [
    {
      key: 'name',
      title: t('name'),
      cell: (row) => (
        <Link
          to="/o/$organization/webhooks/$webhook"
          params={{ organization, webhook: row.id }}
          aria-label={t('open', { name: row.name })}
        >
          {row.name}
        </Link>
      ),
    },
    { key: 'state', title: t('state'), nowrap: true, cell: (row) => <StateBadge state={row.state} /> },
    { key: 'url', title: t('url'), cell: (row) => <Code>{row.url}</Code> },
    {
      key: 'last',
      title: t('last'),
      nowrap: true,
      cell: (row) => (row.lastAt ? `${row.lastStatus ?? t('noAnswer')} · ${instant(row.lastAt)}` : t('never')),
    },
    { key: 'createdAt', title: t('createdAt'), nowrap: true, cell: (row) => instant(row.createdAt) },
  ];
}
