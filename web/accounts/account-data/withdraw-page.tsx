import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../../api/problem.ts';
import { Contact } from '../../context/contact.tsx';
import { useInstant } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { sessionQuery } from '../../context/session.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Card, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useAction } from '../../ui/use-action.ts';
import { checkWithdrawal, withdraw } from './requests.ts';
import { useMailedLink } from './use-mailed-link.ts';

/** Taking a sign-up back by the link in its mails (K-02): shows what will be deleted, and asks once more before it is. */
export function Page() {
  const t = useTranslations('account-data.withdraw');
  const client = useQueryClient();
  const { token, link, done, setDone } = useMailedLink('withdrawal', checkWithdrawal);
  const { busy, problem, run } = useAction();
  const [asking, setAsking] = useState(false);
  const refused = problem ?? link.error;

  if (done) return <Done />;
  if (token === '' || (refused instanceof ApiProblem && refused.code === 'accounts/withdrawal-invalid'))
    return <Unusable />;

  function confirm(): void {
    void run(async () => {
      await withdraw(token);
      await setDone('yes');
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    }).finally(() => setAsking(false));
  }

  return (
    <PageFrame title={t('title')} width="reading">
      {link.error && <ErrorState problem={link.error} onRetry={() => void link.refetch()} />}
      {link.isPending && <Loading />}
      {link.data && (
        <>
          <Shown {...link.data} />
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
            <p>
              {t(link.data.state === 'pending' ? 'confirmPending' : 'confirmAccount', { loginId: link.data.loginId })}
            </p>
            <p>{t('forGood')}</p>
          </ConfirmDialog>
        </>
      )}
    </PageFrame>
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

function Unusable() {
  const t = useTranslations('account-data.withdraw');
  return (
    <PageFrame title={t('invalidTitle')} width="reading">
      <Notice kind="warning">{t('invalidText')}</Notice>
    </PageFrame>
  );
}

function Done() {
  const t = useTranslations('account-data.withdraw');
  return (
    <PageFrame title={t('doneTitle')} width="reading">
      <Notice kind="success" live>
        {t('doneText')}
      </Notice>
      <div>
        <ButtonTo kind="secondary" to="/login">
          {t('logIn')}
        </ButtonTo>
      </div>
    </PageFrame>
  );
}
