import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useInstant } from '../../context/dates.ts';
import { sessionQuery } from '../../context/session.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Stack } from '../../ui/layout.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { checkMailChange, ownAccountQuery, proveMailChange } from './requests.ts';
import { MailedLinkPage, MailedLinkTold } from './mailed-link-page.tsx';
import { useMailedLink } from './use-mailed-link.ts';

/** The link that proves a new mail address (P-13). Opening it changes nothing; the press does, so that no mail scanner can. */
export function Page() {
  const t = useTranslations('account-data.proveMail');
  const instant = useInstant();
  const client = useQueryClient();
  const mailed = useMailedLink('mail-change', checkMailChange);
  const { busy, problem, run } = useAction();
  const home = { to: '/', label: t('home') } as const;

  async function confirm(): Promise<void> {
    const { loginIdChanges } = await proveMailChange(mailed.token);
    await mailed.setDone(loginIdChanges ? 'login-id' : 'mail');
    await client.invalidateQueries({ queryKey: ownAccountQuery.queryKey });
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  }
  const unusable = (text: string) => (
    <MailedLinkTold kind="warning" title={t('invalidTitle')} text={text} next={home} />
  );

  return (
    <MailedLinkPage
      mailed={mailed}
      problem={problem}
      title={t('title')}
      invalid={{ code: 'accounts/mail-link-invalid', shown: unusable(t('invalidText')) }}
      noToken={unusable(t('noToken'))}
      done={(result) => <Done loginIdChanges={result === 'login-id'} />}
    >
      {({ mail, loginId, loginIdChanges, expiresAt }) => (
        <Card>
          <Stack>
            <p>
              {t('text', { mail, loginId })} {loginIdChanges && t('textLogin')}
            </p>
            <p>{t('expires', { date: instant(expiresAt) })}</p>
            <ErrorState problem={problem} />
            <div>
              <Button busy={busy} onClick={() => void run(confirm)}>
                {t('submit')}
              </Button>
            </div>
          </Stack>
        </Card>
      )}
    </MailedLinkPage>
  );
}

function Done({ loginIdChanges }: { loginIdChanges: boolean }) {
  const t = useTranslations('account-data.proveMail');
  const text = (
    <>
      {t('doneText')} {loginIdChanges && t('doneLogin')}
    </>
  );
  const next = loginIdChanges
    ? ({ to: '/login', label: t('logIn') } as const)
    : ({ to: '/', label: t('home') } as const);
  return <MailedLinkTold kind="success" title={t('doneTitle')} text={text} next={next} />;
}
