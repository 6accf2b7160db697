import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ButtonTo } from '../context/links.tsx';
import { useServerList } from '../context/list.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { ServerList } from '../ui/data-table/server-list.tsx';
import { useRequestColumns } from './columns.tsx';
import { contactRequestsKey, listOwn } from './requests.ts';

/** What somebody asked the operators (P-06), with the way to ask more. */
export function Page() {
  const t = useTranslations('contact-requests.own');
  const { organization = '' } = useParams({ strict: false });
  const { createdAt, state, kind, what } = useRequestColumns('contact', organization);
  const list = useServerList({
    fields: [],
    key: [...contactRequestsKey, organization, 'own-list'],
    read: (wish: { page: number; pageSize: 10 | 25 | 50 | 100 }) => listOwn(organization, wish),
    fresh: true,
  });
  return (
    <PageFrame
      title={t('title')}
      lead={t('lead')}
      actions={
        <ButtonTo to="/o/$organization/contact/new" params={{ organization }} icon="plus">
          {t('ask')}
        </ButtonTo>
      }
    >
      <ServerList
        name={t('name')}
        columns={[createdAt, state, kind, what]}
        rowKey={(row) => row.id}
        {...list}
        emptyText={t('empty')}
      />
    </PageFrame>
  );
}
