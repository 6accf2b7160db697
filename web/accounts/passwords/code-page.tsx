import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { normaliseCode } from '../../../domain/identifiers/code.ts';
import { answer, api } from '../../api/client.ts';
import { ApiProblem, refusedAt } from '../../api/problem.ts';
import { siteId } from '../../context/address.ts';
import { Go } from '../../context/go.tsx';
import { ButtonTo } from '../../context/links.tsx';
import { Page as PageFrame } from '../../context/page.tsx';
import { useSite } from '../../context/site.ts';
import { useProblemText } from '../../texts/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { FormCard } from '../../ui/form/form-card.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm, type Fault } from '../../ui/form/use-form.ts';
import { Notice } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useLoginIdWords } from '../login-id-words.ts';
import { useLife } from '../life.ts';
import { askedAccount, forgetAskedAccount } from './asked-account.ts';
import { NewPasswordFields, useNewPasswordFaults, type NewPassword } from './new-password.tsx';
import { NoWay } from './no-way.tsx';
import { SetDone } from './set-done.tsx';

type Values = NewPassword & { loginId: string; code: string };

/** Login ID, mailed code and new password on one page (P-12). A closed browser begins over. */
export function Page() {
  const [done, setDone] = useState(false);
  const { reset } = useSite();
  if (done) return <SetDone />;
  return reset.kind === 'code' ? <CodePage onDone={() => setDone(true)} /> : <Go to="/forgotten-password" />;
}

function CodePage({ onDone }: { onDone: () => void }) {
  const t = useTranslations('passwords.code');
  const life = useLife();
  const { reset } = useSite();
  return (
    <PageFrame title={t('title')} width="reading" lead={t('lead', { life: life(reset.life) })}>
      <CodeForm onDone={onDone} />
      <p>{t('missing')}</p>
      <div>
        <ButtonTo kind="secondary" icon="mail" to="/forgotten-password">
          {t('again')}
        </ButtonTo>
      </div>
      <NoWay />
    </PageFrame>
  );
}

function CodeForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations('passwords');
  const loginId = useLoginIdWords().label;
  const labels = { password: t('change.next'), again: t('change.again') };
  const form = useForm<Values>({ loginId: askedAccount(), code: '', password: '', again: '' });
  // Once the code was right it is used up: what is left to mend is the password.
  const [token, setToken] = useState<string | null>(null);
  const { busy, problem, run } = useAction();
  const { faultsOf, explain } = useFaults(labels);

  async function work(): Promise<void> {
    const { password, code } = form.values;
    const path = { site: siteId };
    const body = { loginId: form.values.loginId, code };
    const proved =
      token ?? (await answer(api.POST('/api/{site}/password-resets/code', { params: { path }, body }))).passwordToken;
    setToken(proved);
    await answer(api.POST('/api/{site}/passwords', { params: { path }, body: { token: proved, password } }));
    forgetAskedAccount();
    onDone();
  }
  function submit(): void {
    if (!form.show(faultsOf(form.values, token !== null))) return;
    void run(work, (reason) => {
      if (reason instanceof ApiProblem && reason.code === 'accounts/reset-link-invalid') setToken(null);
      const faults = explain(reason);
      return faults.length > 0 && !form.show(faults);
    });
  }

  return (
    <FormCard
      form={form}
      onSubmit={submit}
      problem={problem}
      submit={
        <Button type="submit" busy={busy}>
          {t('code.submit')}
        </Button>
      }
    >
      <TextField
        required
        id={form.idOf('loginId')}
        label={loginId}
        fault={form.faultOf('loginId')}
        value={form.values.loginId}
        onChange={(value) => form.set('loginId', value)}
        readOnly={token !== null}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      {token === null ? (
        <TextField
          required
          id={form.idOf('code')}
          label={t('code.code')}
          support={t('code.codeSupport')}
          fault={form.faultOf('code')}
          value={form.values.code}
          onChange={(value) => form.set('code', value)}
          width="short"
          inputMode="numeric"
          autoComplete="one-time-code"
        />
      ) : (
        <Notice kind="success" live>
          {t('code.proved')}
        </Notice>
      )}
      <NewPasswordFields form={form} labels={labels} />
    </FormCard>
  );
}

/** What this browser finds wrong before it asks, and what the server found, each at its field. */
function useFaults(labels: { password: string; again: string }) {
  const t = useTranslations('passwords.code');
  const words = useTranslations('accounts');
  const problemText = useProblemText();
  const passwordFaults = useNewPasswordFaults(labels);
  const loginId = useLoginIdWords().label;

  function faultsOf(values: Values, proved: boolean): Fault<keyof Values>[] {
    const required = problemText('identifiers/required');
    const digits = normaliseCode(values.code).replace(/[\s-]/gu, '');
    const first: Fault<keyof Values>[] = [];
    if (values.loginId.trim() === '') first.push({ field: 'loginId', label: loginId, text: required });
    if (!proved && !/^[0-9]+$/.test(digits))
      first.push({ field: 'code', label: t('code'), text: words('signUp.code.digits') });
    return [...first, ...passwordFaults(values)];
  }
  function explain(reason: unknown): Fault<keyof Values>[] {
    const code = refusedAt(reason, '/code');
    const password = refusedAt(reason, '/password');
    if (reason instanceof ApiProblem && reason.code === 'accounts/reset-link-invalid')
      return [{ field: 'code', label: t('code'), text: t('over') }];
    return [
      ...(code ? [{ field: 'code', label: t('code'), text: code } as const] : []),
      ...(password ? [{ field: 'password', label: labels.password, text: password } as const] : []),
    ];
  }
  return { faultsOf, explain };
}
