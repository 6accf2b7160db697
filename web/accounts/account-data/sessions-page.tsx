import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { siteId } from '../../context/address.ts';
import { useInstant } from '../../context/dates.ts';
import { Page as PageFrame } from '../../context/page.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Card, Row, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useAction } from '../../ui/use-action.ts';
import { endOtherSessions, endSession, listSessions, type OwnSession } from './requests.ts';

const queryKey = ['sessions', siteId];

/** Where I am logged in, with "end this one" and "end all others" (P-16). */
export function Page() {
  const t = useTranslations('account-data.sessions');
  const client = useQueryClient();
  const { data } = useSuspenseQuery({ queryKey, queryFn: listSessions });
  const placeOf = usePlace();
  const { busy, problem, run } = useAction();
  const [said, setSaid] = useState('');
  const [asking, setAsking] = useState(false);
  const others = data.items.filter(({ current }) => !current);

  function end(session: OwnSession): void {
    void run(async () => {
      await endSession(session.id);
      setSaid(t('ended', { place: placeOf(session) }));
      await client.invalidateQueries({ queryKey });
    });
  }
  function endOthers(): void {
    void run(async () => {
      const { ended } = await endOtherSessions();
      setSaid(t('othersEnded', { count: ended }));
      await client.invalidateQueries({ queryKey });
    }).finally(() => setAsking(false));
  }

  return (
    <PageFrame title={t('title')} width="reading" lead={t('lead')}>
      <div role="status">{said && <Notice kind="success">{said}</Notice>}</div>
      <ErrorState problem={problem} />
      {data.items.map((session) => (
        <SessionCard key={session.id} session={session} busy={busy} onEnd={() => end(session)} />
      ))}
      {others.length > 0 ? (
        <div>
          <Button kind="secondary" icon="logOut" onClick={() => setAsking(true)}>
            {t('endOthers')}
          </Button>
        </div>
      ) : (
        <p>{t('alone')}</p>
      )}
      <ConfirmDialog
        open={asking}
        title={t('endOthersTitle')}
        confirmLabel={t('endOthers')}
        busy={busy}
        onConfirm={endOthers}
        onCancel={() => setAsking(false)}
      >
        <p>{t('endOthersText')}</p>
      </ConfirmDialog>
    </PageFrame>
  );
}

function usePlace(): (session: OwnSession) => string {
  const t = useTranslations('account-data.sessions');
  return ({ browser, system }) => t('place', { browser: t(`browsers.${browser}`), system: t(`systems.${system}`) });
}

type CardProps = { session: OwnSession; busy: boolean; onEnd: () => void };

function SessionCard({ session, busy, onEnd }: CardProps) {
  const t = useTranslations('account-data.sessions');
  const instant = useInstant();
  const place = usePlace()(session);
  const begun = instant(session.createdAt);
  return (
    <Card labelledBy={session.id}>
      <Stack gap="small">
        <Row justify="between">
          <h2 id={session.id}>{place}</h2>
          {session.current ? (
            <strong>{t('current')}</strong>
          ) : (
            <Button kind="secondary" compact busy={busy} aria-label={t('endName', { place, begun })} onClick={onEnd}>
              {t('end')}
            </Button>
          )}
        </Row>
        <SummaryList
          entries={[
            { name: t('begun'), value: begun },
            { name: t('used'), value: instant(session.lastUsedAt) },
          ]}
        />
      </Stack>
    </Card>
  );
}
