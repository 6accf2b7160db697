import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Contact } from '../../context/contact.tsx';
import { useInstant } from '../../context/dates.ts';
import { sessionQuery } from '../../context/session.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Card, Stack } from '../../ui/layout.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useAction } from '../../ui/use-action.ts';
import { checkWithdrawal, withdraw } from './requests.ts';
import { MailedLinkPage, MailedLinkTold } from './mailed-link-page.tsx';
import { useMailedLink } from './use-mailed-link.ts';

/** Taking a sign-up back by the link in its mails (K-02): shows what will be deleted, and asks once more before it is. */
export function Page() {
  const t = useTranslations('account-data.withdraw');
  const client = useQueryClient();
  const mailed = useMailedLink('withdrawal', checkWithdrawal);
  const { busy, problem, run } = useAction();
  const [asking, setAsking] = useState(false);

  function confirm(): void {
    void run(async () => {
      await withdraw(mailed.token);
      await mailed.setDone('yes');
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    }).finally(() => setAsking(false));
  }
  const unusable = <MailedLinkTold kind="warning" title={t('invalidTitle')} text={t('invalidText')} />;
  const done = (
    <MailedLinkTold
      kind="success"
      title={t('doneTitle')}
      text={t('doneText')}
      next={{ to: '/login', label: t('logIn'), kind: 'secondary' }}
    />
  );

  return (
    <MailedLinkPage
      mailed={mailed}
      problem={problem}
      title={t('title')}
      invalid={{ code: 'accounts/withdrawal-invalid', shown: unusable }}
      done={() => done}
    >
      {(found) => (
        <>
          <Shown {...found} />
          <ErrorState problem={problem} help={<Contact />} />
          <div>
            <Button kind="danger" icon="trash" onClick={() => setAsking(true)}>
              {t('submit')}
            </Button>
          </div>
          <ConfirmDialog
            open={asking}
            kind="danger"
            title={t('confirmTitle')}
            confirmLabel={t('submit')}
            cancelLabel={t('keep')}
            busy={busy}
            onConfirm={confirm}
            onCancel={() => setAsking(false)}
          >
            <p>{t(found.state === 'pending' ? 'confirmPending' : 'confirmAccount', { loginId: found.loginId })}</p>
            <p>{t('forGood')}</p>
          </ConfirmDialog>
        </>
      )}
    </MailedLinkPage>
  );
}

type Withdrawal = Awaited<ReturnType<typeof checkWithdrawal>>;

function Shown({ state, company, loginId, until }: Withdrawal) {
  const t = useTranslations('account-data.withdraw');
  const instant = useInstant();
  return (
    <Card>
      <Stack>
        <SummaryList
          entries={[
            { name: t('company'), value: company },
            { name: t('loginId'), value: <span translate="no">{loginId}</span> },
          ]}
        />
        <p>{t(state)}</p>
        <p>
          <strong>{t('forGood')}</strong> {t('until', { date: instant(until) })}
        </p>
      </Stack>
    </Card>
  );
}
