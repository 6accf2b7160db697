import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../api/problem.ts';
import { useDeadline } from '../context/dates.ts';
import { ButtonTo } from '../context/links.tsx';
import { Page as PageFrame } from '../context/page.tsx';
import { useSite } from '../context/site.ts';
import { Row } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { SetDone } from './passwords/set-done.tsx';
import { linkQuery } from './link-facts.ts';
import { PasswordForm } from './password-form.tsx';

/** The mailed link. Its token stands behind `#`, so it reaches no server log; opening the page uses nothing up. */
export function Page() {
  const t = useTranslations('accounts.setPassword');
  const instant = useDeadline();
  const [token] = useState(() => location.hash.slice(1));
  const [done, setDone] = useState(false);
  const [spent, setSpent] = useState('');
  const link = useQuery({ ...linkQuery(token), enabled: token !== '' && !done && spent === '' });

  if (token === '') return <Unusable text={t('noToken')} />;
  if (done) return <SetDone />;
  if (spent) return <Unusable title={t('spentTitle')} text={spent} />;
  if (link.error instanceof ApiProblem && link.error.code === 'accounts/reset-link-invalid') return <Renew />;
  if (link.error instanceof ApiProblem && link.error.code.startsWith('accounts/'))
    return <Unusable text={t('invalidText')} />;
  return (
    <PageFrame title={t('title')} width="reading">
      {link.error && <ErrorState problem={link.error} onRetry={() => void link.refetch()} />}
      {link.isPending && <Loading />}
      {link.data && (
        <>
          <p>
            {t('lead', { loginId: link.data.loginId })}
            <br />
            {t('expires', { date: instant(link.data.expiresAt) })}
          </p>
          <PasswordForm token={token} facts={link.data} onDone={() => setDone(true)} onSpent={setSpent} />
        </>
      )}
    </PageFrame>
  );
}

function Unusable({ text, title }: { text: string; title?: string }) {
  const t = useTranslations('accounts.setPassword');
  const { signUps } = useSite();
  return (
    <PageFrame title={title ?? t('invalidTitle')} width="reading">
      <Notice kind="warning">{text}</Notice>
      <Row>
        <ButtonTo to="/login">{t('logIn')}</ButtonTo>
        {signUps.length > 0 && (
          <ButtonTo kind="secondary" to="/sign-up">
            {t('signUp')}
          </ButtonTo>
        )}
      </Row>
    </PageFrame>
  );
}

/** A link for an account that is there: a new one can be had. */
function Renew() {
  const t = useTranslations();
  return (
    <PageFrame title={t('accounts.setPassword.invalidTitle')} width="reading">
      <Notice kind="warning">
        {t('accounts.setPassword.renewText')} {t('passwords.renew.text')}
      </Notice>
      <Row>
        <ButtonTo to="/forgotten-password">{t('passwords.renew.button')}</ButtonTo>
        <ButtonTo kind="secondary" to="/login">
          {t('accounts.setPassword.logIn')}
        </ButtonTo>
      </Row>
    </PageFrame>
  );
}
