import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../api/problem.ts';
import { useLogIn } from '../context/session.ts';
import { useSite } from '../context/site.ts';
import { useProblemText } from '../texts/problem-text.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/form/error-summary.tsx';
import { PasswordField } from '../ui/form/password-field.tsx';
import { TextField } from '../ui/form/text-field.tsx';
import { useForm, type Fault } from '../ui/form/use-form.ts';
import { Stack } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState } from '../ui/states.tsx';
import { useAction } from '../ui/use-action.ts';
import styles from './log-in-page.module.css';
import { useLoginIdWords } from './login-id-words.ts';
import { LogInByPasskey } from './second-factor/log-in-by-passkey.tsx';

type Values = { loginId: string; password: string };
const fields = ['loginId', 'password'] as const;

export function LogInForm() {
  const t = useTranslations('accounts.logIn');
  const problemText = useProblemText();
  const logIn = useLogIn();
  const loginId = useLoginIdWords();
  const navigate = useNavigate();
  const { return: wanted } = useSearch({ strict: false });
  const form = useForm<Values>({ loginId: '', password: '' });
  const { busy, problem, run } = useAction();

  function submit(event: FormEvent): void {
    event.preventDefault();
    const missing = fields.filter((field) => form.values[field] === '');
    const faults = missing.map((field): Fault<keyof Values> => ({
      field,
      label: field === 'loginId' ? loginId.label : t(field),
      text: problemText('identifiers/required'),
    }));
    if (!form.show(faults)) return;
    // The gate leads on once there is a session.
    void run(
      () => logIn(form.values.loginId, form.values.password),
      (reason) => {
        form.set('password', '');
        if (!(reason instanceof ApiProblem) || reason.code !== 'accounts/second-factor-needed') return false;
        void navigate({ to: '/login/second-step', search: wanted ? { return: wanted } : {} });
        return true;
      },
    );
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ErrorSummary {...form} />
        {problem !== null && <Refused problem={problem} />}
        <TextField
          plain
          id={form.idOf('loginId')}
          label={loginId.label}
          support={loginId.support}
          fault={form.faultOf('loginId')}
          value={form.values.loginId}
          onChange={(value) => form.set('loginId', value)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField
          plain
          id={form.idOf('password')}
          label={t('password')}
          fault={form.faultOf('password')}
          value={form.values.password}
          onChange={(value) => form.set('password', value)}
          autoComplete="current-password"
        />
        <div>
          <Button type="submit" busy={busy} wide>
            {t('submit')}
          </Button>
        </div>
        <LogInByPasskey />
        <Forgotten />
      </Stack>
    </form>
  );
}

/** The ways back in, right where the password was not the right one. */
function Forgotten() {
  const t = useTranslations('passwords.logIn');
  const { hasOwnLoginIds } = useSite();
  return (
    <ul className={styles['waysIn']}>
      <li>
        <Link to="/forgotten-password">{t('forgotten')}</Link>
      </li>
      {hasOwnLoginIds && (
        <li>
          <Link to="/forgotten-login-id">{t('forgottenId')}</Link>
        </li>
      )}
    </ul>
  );
}

/** A refused login is one sentence; a server that is away says so. */
function Refused({ problem }: { problem: unknown }) {
  const t = useTranslations('passwords.logIn');
  const expected = problem instanceof ApiProblem && problem.code.startsWith('accounts/');
  if (!expected) return <ErrorState problem={problem} />;
  if (problem.code === 'accounts/password-expired') {
    return (
      <Notice kind="warning" live>
        <p>{problem.message}</p>
        <p>{t('expiredElse')}</p>
        <Link to="/forgotten-password">{t('setAnew')}</Link>
      </Notice>
    );
  }
  return (
    <Notice kind="error" live>
      {problem.message}
    </Notice>
  );
}
