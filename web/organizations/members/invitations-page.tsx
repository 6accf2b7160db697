import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { siteId } from '../../context/address.ts';
import { useInstant } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { useListState } from '../../context/list.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { useRoleWord } from '../../context/role-word.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { Column } from '../../ui/data-table/data-table.tsx';
import { ServerList } from '../../ui/data-table/server-list.tsx';
import { Row } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import styles from '../cells.module.css';
import { listInvitations, sendInvitationAgain, withdrawInvitation, type Invitation } from '../requests.ts';

/** Invitations that nobody has accepted yet: sent again or withdrawn here. */
export function Page() {
  const t = useTranslations('members.invitations');
  const words = useTranslations('members.list');
  const { organization = '' } = useParams({ strict: false });
  const [state, setState] = useListState([]);
  const client = useQueryClient();
  const { busy, problem, run } = useAction();
  const [said, setSaid] = useState('');
  const [asking, setAsking] = useState<Invitation | null>(null);
  const { page, pageSize } = state;
  const room = ['invitations', siteId, organization];
  const query = useQuery({
    queryKey: [...room, page, pageSize],
    queryFn: () => listInvitations(organization, { page, pageSize }),
    placeholderData: keepPreviousData,
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
      <ServerList
        name={t('name')}
        query={query}
        columns={columns}
        rowKey={(row) => row.id}
        state={state}
        onChange={setState}
        emptyText={t('empty')}
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
