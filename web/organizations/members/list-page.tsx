import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { roles } from '../../../domain/accounts/permissions.ts';
import { siteId } from '../../context/address.ts';
import { useDay, useInstant } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { useServerList } from '../../context/list.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useRoleWord } from '../../context/role-word.ts';
import { useSession } from '../../context/session.ts';
import { ExportButton } from '../../exports/export-button.tsx';
import { conditionsOf } from '../../exports/requests.ts';
import type { Column } from '../../ui/data-table/data-table.tsx';
import { ServerList } from '../../ui/data-table/server-list.tsx';
import { Row } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ListSearch } from '../../context/list-search.tsx';
import styles from '../cells.module.css';
import { listMembers, type Member, type MemberQuery } from '../requests.ts';

const sorts = ['name', 'loginId', 'role', 'since', 'lastLogin'] as const;

/** The users of the organization (P-15). */
export function Page() {
  const t = useTranslations('members.list');
  const { organization = '' } = useParams({ strict: false });
  const session = useSession();
  const word = useRoleWord();
  const list = useServerList({
    fields: ['text', 'role'],
    sorts,
    key: ['members', siteId, organization, 'list'],
    read: (wish: MemberQuery) => listMembers(organization, wish),
  });
  const manages = session.permissions.includes('members:manage');
  return (
    <PageFrame
      title={t('title')}
      lead={t('lead', { organization: session.organization.name })}
      actions={manages && <Actions organization={organization} />}
    >
      <Ended />
      <ListSearch
        label={t('searchLabel')}
        hint={t('searchHint')}
        text={t('text')}
        choices={[
          {
            field: 'role',
            label: t('role'),
            any: t('anyRole'),
            options: roles.map((role) => ({ value: role, label: word(role) })),
          },
        ]}
        {...list}
      />
      <ServerList
        name={t('name')}
        columns={useColumns(organization, session.user.id)}
        rowKey={(row) => row.id}
        {...list}
        emptyText={t('empty')}
        actions={<ExportButton organization={organization} kind="members" conditions={conditionsOf(list.state)} />}
      />
    </PageFrame>
  );
}

function Actions({ organization }: { organization: string }) {
  const t = useTranslations('members.list');
  const params = { organization };
  return (
    <Row>
      <ButtonTo to="/o/$organization/members/invite" params={params} icon="plus">
        {t('invite')}
      </ButtonTo>
      <ButtonTo kind="secondary" to="/o/$organization/invitations" params={params} icon="mail">
        {t('waiting')}
      </ButtonTo>
    </Row>
  );
}

/** Whose membership has just ended. */
function Ended() {
  const t = useTranslations('members.view');
  const { ended } = useSearch({ strict: false });
  if (typeof ended !== 'string') return null;
  return (
    <Notice kind="success" live>
      {t('ended', { name: ended })}
    </Notice>
  );
}

function useColumns(organization: string, self: string): Column<Member>[] {
  const t = useTranslations('members.list');
  const word = useRoleWord();
  const day = useDay();
  const instant = useInstant();
  const nameOf = (row: Member): string => row.name || t('noName');
  return [
    {
      key: 'name',
      title: t('person'),
      cell: (row) => (
        <Link
          to="/o/$organization/members/$user"
          params={{ organization, user: row.id }}
          aria-label={t('openName', { name: nameOf(row) })}
          className={styles['name'] ?? ''}
        >
          {row.id === self ? t('you', { name: nameOf(row) }) : nameOf(row)}
        </Link>
      ),
    },
    { key: 'role', title: t('role'), nowrap: true, cell: (row) => word(row.role) },
    { key: 'loginId', title: t('loginId'), nowrap: true, cell: (row) => <span translate="no">{row.loginId}</span> },
    { key: 'mail', title: t('mail'), nowrap: true, cell: (row) => row.mail },
    { key: 'since', title: t('since'), nowrap: true, cell: (row) => day(row.since) },
    {
      key: 'lastLogin',
      title: t('lastLogin'),
      nowrap: true,
      cell: (row) => (row.lastLogin ? instant(row.lastLogin) : t('never')),
    },
  ];
}
