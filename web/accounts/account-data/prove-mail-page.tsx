import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../../api/problem.ts';
import { useInstant } from '../../context/dates.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { sessionQuery } from '../../context/session.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { checkMailChange, ownAccountQuery, proveMailChange } from './requests.ts';
import { useMailedLink } from './use-mailed-link.ts';

/** The link that proves a new mail address (P-13). Opening it changes nothing; the press does, so that no mail scanner can. */
export function Page() {
  const t = useTranslations('account-data.proveMail');
  const instant = useInstant();
  const client = useQueryClient();
  const { token, link, done, setDone } = useMailedLink('mail-change', checkMailChange);
  const { busy, problem, run } = useAction();
  const refused = problem ?? link.error;

  if (done) return <Done loginIdChanges={done === 'login-id'} />;
  if (token === '') return <Unusable text={t('noToken')} />;
  if (refused instanceof ApiProblem && refused.code === 'accounts/mail-link-invalid')
    return <Unusable text={t('invalidText')} />;

  async function confirm(): Promise<void> {
    const { loginIdChanges } = await proveMailChange(token);
    await setDone(loginIdChanges ? 'login-id' : 'mail');
    await client.invalidateQueries({ queryKey: ownAccountQuery.queryKey });
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  }

  return (
    <PageFrame title={t('title')} width="reading">
      {link.error && <ErrorState problem={link.error} onRetry={() => void link.refetch()} />}
      {link.isPending && <Loading />}
      {link.data && (
        <Card>
          <Stack>
            <p>
              {t('text', { mail: link.data.mail, loginId: link.data.loginId })}{' '}
              {link.data.loginIdChanges && t('textLogin')}
            </p>
            <p>{t('expires', { date: instant(link.data.expiresAt) })}</p>
            <ErrorState problem={problem} />
            <div>
              <Button busy={busy} onClick={() => void run(confirm)}>
                {t('submit')}
              </Button>
            </div>
          </Stack>
        </Card>
      )}
    </PageFrame>
  );
}

function Unusable({ text }: { text: string }) {
  const t = useTranslations('account-data.proveMail');
  return (
    <PageFrame title={t('invalidTitle')} width="reading">
      <Notice kind="warning">{text}</Notice>
      <div>
        <ButtonTo to="/">{t('home')}</ButtonTo>
      </div>
    </PageFrame>
  );
}

function Done({ loginIdChanges }: { loginIdChanges: boolean }) {
  const t = useTranslations('account-data.proveMail');
  return (
    <PageFrame title={t('doneTitle')} width="reading">
      <Notice kind="success" live>
        {t('doneText')} {loginIdChanges && t('doneLogin')}
      </Notice>
      <div>
        <ButtonTo to={loginIdChanges ? '/login' : '/'}>{t(loginIdChanges ? 'logIn' : 'home')}</ButtonTo>
      </div>
    </PageFrame>
  );
}
