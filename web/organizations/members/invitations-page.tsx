import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { roles } from '../../../domain/accounts/permissions.ts';
import { siteId } from '../../context/address.ts';
import { useInstant } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { useServerList } from '../../context/list.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useRoleWord } from '../../context/role-word.ts';
import { ExportButton } from '../../exports/export-button.tsx';
import { conditionsOf } from '../../exports/requests.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { Column } from '../../ui/data-table/data-table.tsx';
import { ServerList } from '../../ui/data-table/server-list.tsx';
import { Row } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { ListSearch } from '../../context/list-search.tsx';
import styles from '../cells.module.css';
import {
  listInvitations,
  sendInvitationAgain,
  withdrawInvitation,
  type Invitation,
  type InvitationQuery,
} from '../requests.ts';

const sorts = ['name', 'mail', 'role', 'expiresAt', 'sentAt'] as const;

/** Invitations that nobody has accepted yet: sent again or withdrawn here. */
export function Page() {
  const t = useTranslations('members.invitations');
  const words = useTranslations('members.list');
  const { organization = '' } = useParams({ strict: false });
  const client = useQueryClient();
  const { busy, problem, run } = useAction();
  const [said, setSaid] = useState('');
  const [asking, setAsking] = useState<Invitation | null>(null);
  const word = useRoleWord();
  const room = ['invitations', siteId, organization];
  const list = useServerList({
    fields: ['text', 'role'],
    sorts,
    key: room,
    read: (wish: InvitationQuery) => listInvitations(organization, wish),
  });

  function doIt(work: () => Promise<unknown>, sentence: string): Promise<void> {
    setSaid('');
    return run(async () => {
      await work();
      setSaid(sentence);
      await client.invalidateQueries({ queryKey: room });
    });
  }
  const columns = useColumns({
    busy,
    again: (row) => void doIt(() => sendInvitationAgain(organization, row.id), t('resent', row)),
    withdraw: setAsking,
  });

  return (
    <PageFrame
      title={t('title')}
      lead={t('lead')}
      actions={
        <Row>
          <ButtonTo to="/o/$organization/members/invite" params={{ organization }} icon="plus">
            {words('invite')}
          </ButtonTo>
          <ButtonTo kind="secondary" to="/o/$organization/members" params={{ organization }} icon="users">
            {t('toMembers')}
          </ButtonTo>
        </Row>
      }
    >
      <div role="status">{said && <Notice kind="success">{said}</Notice>}</div>
      <ErrorState problem={problem} />
      <ListSearch
        label={t('searchLabel')}
        hint={t('searchHint')}
        text={t('text')}
        choices={[
          {
            field: 'role',
            label: t('role'),
            any: words('anyRole'),
            options: roles.map((role) => ({ value: role, label: word(role) })),
          },
        ]}
        {...list}
      />
      <ServerList
        name={t('name')}
        columns={columns}
        rowKey={(row) => row.id}
        {...list}
        emptyText={t('empty')}
        actions={<ExportButton organization={organization} kind="invitations" conditions={conditionsOf(list.state)} />}
      />
      {asking && (
        <ConfirmDialog
          open
          kind="danger"
          title={t('withdrawTitle', { name: asking.name })}
          confirmLabel={t('withdraw')}
          busy={busy}
          onConfirm={() =>
            void doIt(() => withdrawInvitation(organization, asking.id), t('withdrawn', { name: asking.name })).finally(
              () => setAsking(null),
            )
          }
          onCancel={() => setAsking(null)}
        >
          <p>{t('withdrawText', { mail: asking.mail })}</p>
        </ConfirmDialog>
      )}
    </PageFrame>
  );
}

type Acts = { busy: boolean; again: (row: Invitation) => void; withdraw: (row: Invitation) => void };

function useColumns({ busy, again, withdraw }: Acts): Column<Invitation>[] {
  const t = useTranslations('members.invitations');
  const word = useRoleWord();
  const instant = useInstant();
  return [
    { key: 'name', title: t('person'), cell: (row) => <span className={styles['name']}>{row.name}</span> },
    {
      key: 'actions',
      title: t('actions'),
      nowrap: true,
      cell: (row) => (
        <div className={styles['acts']}>
          <Button
            kind="secondary"
            compact
            busy={busy}
            aria-label={t('againName', { name: row.name })}
            onClick={() => again(row)}
          >
            {t('again')}
          </Button>
          <Button kind="quiet" compact aria-label={t('withdrawName', { name: row.name })} onClick={() => withdraw(row)}>
            {t('withdraw')}
          </Button>
        </div>
      ),
    },
    { key: 'mail', title: t('mail'), nowrap: true, cell: (row) => row.mail },
    { key: 'role', title: t('role'), nowrap: true, cell: (row) => word(row.role) },
    {
      key: 'expiresAt',
      title: t('expiresAt'),
      nowrap: true,
      cell: (row) => (row.over ? t('over', { date: instant(row.expiresAt) }) : instant(row.expiresAt)),
    },
    { key: 'sentAt', title: t('sentAt'), nowrap: true, cell: (row) => instant(row.sentAt) },
    { key: 'inviter', title: t('inviter'), cell: (row) => row.inviter ?? '' },
  ];
}
