import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ListSearch } from '../context/list-search.tsx';
import { useServerList } from '../context/list.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { useSession } from '../context/session.ts';
import { useSite } from '../context/site.ts';
import { ExportButton } from '../exports/export-button.tsx';
import { conditionsOf } from '../exports/requests.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ServerList } from '../ui/data-table/server-list.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState } from '../ui/states.tsx';
import { useAction } from '../ui/use-action.ts';
import { failedMailsKey, handOverAgain, listFailedMails, type FailedMail, type FailedMailQuery } from './requests.ts';
import { useColumns } from './use-columns.tsx';

const sorts = ['triedAt', 'recipient', 'tries'] as const;
const states = ['given-up', 'waiting'] as const;

/** Mails that no mail server took: whom they do not reach, why, and the button that sends one again (P-26). */
export function Page() {
  const t = useTranslations('failed-mails.list');
  const { organization = '' } = useParams({ strict: false });
  const client = useQueryClient();
  const mayChange = useSession().permissions.includes('accounts:change');
  const { timeZone } = useSite();
  const { busy, problem, run } = useAction();
  const [asking, setAsking] = useState<FailedMail | null>(null);
  const [said, setSaid] = useState('');
  const list = useServerList({
    fields: ['text', 'state', 'from', 'until'],
    sorts,
    key: [...failedMailsKey, organization],
    read: (wish: FailedMailQuery) => listFailedMails(organization, wish),
    fresh: true,
  });
  const columns = useColumns(organization, mayChange ? setAsking : null);

  async function again({ id, recipient }: FailedMail): Promise<void> {
    setSaid('');
    await run(async () => {
      await handOverAgain(organization, id);
      setSaid(t('againDone', { recipient }));
      await client.invalidateQueries({ queryKey: failedMailsKey });
    });
    setAsking(null);
  }

  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <div role="status">{said && <Notice kind="success">{said}</Notice>}</div>
      <ErrorState problem={problem} />
      <ListSearch
        label={t('searchLabel')}
        hint={t('searchHint', { zone: timeZone })}
        text={t('text')}
        choices={[
          {
            field: 'state',
            label: t('state'),
            any: t('anyState'),
            options: states.map((value) => ({ value, label: t(`states.${value}`) })),
          },
        ]}
        days
        {...list}
      />
      <ServerList
        name={t('name')}
        columns={columns}
        rowKey={(row) => row.id}
        {...list}
        emptyText={t('empty')}
        actions={<ExportButton organization={organization} kind="failed-mails" conditions={conditionsOf(list.state)} />}
      />
      {asking && (
        <ConfirmDialog
          open
          title={t('againTitle')}
          confirmLabel={t('again')}
          busy={busy}
          onConfirm={() => void again(asking)}
          onCancel={() => setAsking(null)}
        >
          <p>{t('againText', { recipient: asking.recipient })}</p>
        </ConfirmDialog>
      )}
    </PageFrame>
  );
}
