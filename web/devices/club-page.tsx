import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { isChangedMeanwhile } from '../api/problem.ts';
import { siteId } from '../context/address.ts';
import { useInstant } from '../context/dates.ts';
import { Page as PageFrame } from '../context/page.tsx';
import { useSession } from '../context/session.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { DataTable } from '../ui/data-table/data-table.tsx';
import { Card, Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState } from '../ui/states.tsx';
import { useAction } from '../ui/use-action.ts';
import { useNoun } from './options.ts';
import { changeClub, clubQuery, type Club } from './requests.ts';

/** The owner's club (U-07): one switch for all devices of a customer, with what it affects and since when it held. */
export function Page() {
  const t = useTranslations('devices.club');
  const noun = useNoun();
  const { organization = '' } = useParams({ strict: false });
  const { data: club, refetch } = useSuspenseQuery(clubQuery(organization));
  return (
    <PageFrame title={t('title')} width="reading" lead={t('lead', noun)}>
      <Switch organization={organization} club={club} refresh={refetch} />
      <History history={club.history} />
    </PageFrame>
  );
}

type SwitchProps = { organization: string; club: Club; refresh: () => Promise<unknown> };

function Switch({ organization, club, refresh }: SwitchProps) {
  const t = useTranslations('devices.club');
  const instant = useInstant();
  const client = useQueryClient();
  const { permissions } = useSession();
  const { busy, problem, run } = useAction();
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<'joined' | 'left' | 'meanwhile' | null>(null);
  const { member, devices, history } = club;
  const since = history.find(({ until }) => until === null)?.from;
  const act = member ? 'leave' : 'join';

  function change(): void {
    void run(
      async () => {
        await changeClub(organization, club.version, !member);
        await client.invalidateQueries({ queryKey: ['devices', siteId] });
        setSaid(member ? 'left' : 'joined');
      },
      (reason) => {
        if (!isChangedMeanwhile(reason)) return false;
        void refresh().then(() => setSaid('meanwhile'));
        return true;
      },
    ).finally(() => setAsking(false));
  }

  return (
    <Card labelledBy="club-now">
      <Stack>
        <h2 id="club-now">{since ? t('member', { since: instant(since) }) : t('notMember')}</h2>
        <div role="status">
          {said && <Notice kind={said === 'meanwhile' ? 'warning' : 'success'}>{t(said)}</Notice>}
        </div>
        <ErrorState problem={problem} />
        {permissions.includes('devices:club') ? (
          <div>
            <Button
              kind={member ? 'secondary' : 'primary'}
              onClick={() => {
                setSaid(null);
                setAsking(true);
              }}
            >
              {t(act)}
            </Button>
          </div>
        ) : (
          <p>{t('notYours')}</p>
        )}
      </Stack>
      <ConfirmDialog
        open={asking}
        title={t(`${act}Title`)}
        confirmLabel={t(act)}
        kind={member ? 'danger' : 'primary'}
        busy={busy}
        onConfirm={change}
        onCancel={() => setAsking(false)}
      >
        <p>{t(`${act}Text`, { count: devices })}</p>
      </ConfirmDialog>
    </Card>
  );
}

function History({ history }: { history: Club['history'] }) {
  const t = useTranslations('devices.club');
  const instant = useInstant();
  return (
    <Card labelledBy="club-history">
      <Stack>
        <h2 id="club-history">{t('history')}</h2>
        {history.length === 0 ? (
          <p>{t('none')}</p>
        ) : (
          <DataTable
            name={t('history')}
            rows={history}
            rowKey={({ from }) => from}
            columns={[
              { key: 'from', title: t('from'), cell: ({ from }) => instant(from) },
              { key: 'until', title: t('until'), cell: ({ until }) => (until ? instant(until) : t('present')) },
            ]}
          />
        )}
      </Stack>
    </Card>
  );
}
