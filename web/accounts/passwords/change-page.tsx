import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../../api/client.ts';
import { ApiProblem, refusedAt } from '../../api/problem.ts';
import { siteId } from '../../context/address.ts';
import { ButtonTo } from '../../context/links.tsx';
import { LogOutButton } from '../../context/log-out-button.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { sessionQuery, useSession } from '../../context/session.ts';
import { useProblemText } from '../../texts/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { FormCard } from '../../ui/form/form-card.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { useForm, type Fault } from '../../ui/form/use-form.ts';
import { Notice } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { NewPasswordFields, useNewPasswordFaults, type NewPassword } from './new-password.tsx';

type Values = NewPassword & { present: string };
const empty: Values = { present: '', password: '', again: '' };
/** Refusals that are about the present password, though they name no field. */
const locked = ['accounts/login-locked', 'accounts/login-refused-or-locked'];

/** Changes the own password; also where one that has expired, or that somebody else chose, is replaced before anything else. */
export function Page() {
  const t = useTranslations('passwords.change');
  const { owed } = useSession();
  const [isOwed] = useState(owed.includes('password'));
  const [done, setDone] = useState(false);
  if (isOwed) {
    return (
      <PageFrame title={t('owedTitle')} width="reading" lead={t('owedLead')}>
        <ChangeForm onDone={() => undefined} beside={<LogOutButton>{t('logOut')}</LogOutButton>} />
      </PageFrame>
    );
  }
  return (
    <PageFrame title={t('title')} width="reading" lead={done ? undefined : t('lead')}>
      {done ? (
        <>
          <Notice kind="success" live>
            {t('done')}
          </Notice>
          <div>
            <ButtonTo kind="secondary" to="/account">
              {t('back')}
            </ButtonTo>
          </div>
        </>
      ) : (
        <ChangeForm onDone={() => setDone(true)} />
      )}
    </PageFrame>
  );
}

function ChangeForm({ onDone, beside }: { onDone: () => void; beside?: React.ReactNode }) {
  const t = useTranslations('passwords.change');
  const client = useQueryClient();
  const problemText = useProblemText();
  const { user, secondFactor } = useSession();
  const labels = { password: t('next'), again: t('again') };
  const newFaults = useNewPasswordFaults(labels, secondFactor);
  const form = useForm<Values>(empty);
  const { busy, problem, run } = useAction();

  function faults(): Fault<keyof Values>[] {
    const { present, password } = form.values;
    const found: Fault<keyof Values>[] = [...newFaults(form.values)];
    if (present === '') found.unshift(atPresent(problemText('identifiers/required')));
    if (present !== '' && present === password) found.push(atNew(problemText('accounts/password-same')));
    return found;
  }
  function atPresent(text: string): Fault<keyof Values> {
    return { field: 'present', label: t('present'), text };
  }
  function atNew(text: string): Fault<keyof Values> {
    return { field: 'password', label: t('next'), text };
  }
  function explain(reason: unknown): boolean {
    const isLocked = reason instanceof ApiProblem && locked.includes(reason.code);
    const present = isLocked ? reason.message : refusedAt(reason, '/password');
    const next = refusedAt(reason, '/newPassword');
    const found = [...(present ? [atPresent(present)] : []), ...(next ? [atNew(next)] : [])];
    return found.length > 0 && !form.show(found);
  }
  function submit(): void {
    if (!form.show(faults())) return;
    const { present, password } = form.values;
    void run(async () => {
      const session = await answer(
        api.POST('/api/{site}/session/password', {
          params: { path: { site: siteId } },
          body: { password: present, newPassword: password },
        }),
      );
      onDone();
      // The gate leads on once nothing is owed.
      client.setQueryData(sessionQuery.queryKey, session);
    }, explain);
  }

  return (
    <FormCard
      form={form}
      onSubmit={submit}
      problem={problem}
      submit={
        <Button type="submit" busy={busy}>
          {t('submit')}
        </Button>
      }
      beside={beside}
    >
      <input type="text" name="username" autoComplete="username" value={user.loginId} readOnly hidden />
      <PasswordField
        required
        id={form.idOf('present')}
        label={t('present')}
        fault={form.faultOf('present')}
        value={form.values.present}
        onChange={(value) => form.set('present', value)}
        autoComplete="current-password"
      />
      <NewPasswordFields form={form} labels={labels} secondFactor={secondFactor} />
    </FormCard>
  );
}
