import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { checkPassword, passwordRules } from '../../domain/accounts/password.ts';
import { answer, api } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import { siteId } from '../context/address.ts';
import { useSite } from '../context/site.ts';
import { useProblemText } from '../texts/problem-text.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/form/error-summary.tsx';
import { PasswordField, type PasswordRuleShown } from '../ui/form/password-field.tsx';
import { useForm, type Fault } from '../ui/form/use-form.ts';
import { Card, Stack } from '../ui/layout.tsx';
import { ErrorState } from '../ui/states.tsx';
import { useAction } from '../ui/use-action.ts';

type Values = { password: string; again: string };
type Props = { token: string; loginId: string; onDone: () => Promise<void> | void };

/** Sets a password with the proof of a mailed link or code; the site's rules are listed and ticked off while typing. */
export function PasswordForm({ token, loginId, onDone }: Props) {
  const t = useTranslations('accounts.setPassword');
  const problemText = useProblemText();
  const rules = useRulesShown();
  const { password: policy } = useSite();
  const form = useForm<Values>({ password: '', again: '' });
  const { busy, problem, run } = useAction();
  const { password, again } = form.values;

  function faults(): Fault<keyof Values>[] {
    const required = problemText('identifiers/required');
    const broken = checkPassword(password, policy).map((rule) => problemText(`accounts/${rule.code}`, rule.params));
    const first: Fault<keyof Values> = {
      field: 'password',
      label: t('password'),
      text: password === '' ? required : broken.join(''),
    };
    const second: Fault<keyof Values> = {
      field: 'again',
      label: t('again'),
      text: again === '' ? required : t('differs'),
    };
    return [
      ...(password === '' || broken.length > 0 ? [first] : []),
      ...(again === '' || again !== password ? [second] : []),
    ];
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!form.show(faults())) return;
    void run(
      async () => {
        await answer(
          api.POST('/api/{site}/passwords', { params: { path: { site: siteId } }, body: { token, password } }),
        );
        await onDone();
      },
      (reason) => {
        const refused =
          reason instanceof ApiProblem ? reason.faults.filter(({ pointer }) => pointer === '/password') : [];
        if (refused.length === 0) return false;
        form.show([{ field: 'password', label: t('password'), text: refused.map(({ text }) => text).join('') }]);
        return true;
      },
    );
  }

  return (
    <form onSubmit={submit} noValidate>
      <Card>
        <Stack>
          <ErrorSummary {...form} />
          {/* Lets a password manager keep the password under the right ID. */}
          <input type="text" name="username" autoComplete="username" value={loginId} readOnly hidden />
          <PasswordField
            required
            id={form.idOf('password')}
            label={t('password')}
            rules={rules(password)}
            fault={form.faultOf('password')}
            value={password}
            onChange={(value) => form.set('password', value)}
            autoComplete="new-password"
          />
          <PasswordField
            required
            id={form.idOf('again')}
            label={t('again')}
            fault={form.faultOf('again')}
            value={again}
            onChange={(value) => form.set('again', value)}
            autoComplete="new-password"
          />
          <ErrorState problem={problem} />
          <div>
            <Button type="submit" busy={busy}>
              {t('submit')}
            </Button>
          </div>
        </Stack>
      </Card>
    </form>
  );
}

function useRulesShown(): (password: string) => PasswordRuleShown[] {
  const problemText = useProblemText();
  const { password: policy } = useSite();
  return (password) => {
    const broken = new Set(checkPassword(password, policy).map(({ code }) => code));
    return passwordRules(policy).map(({ code, params }) => ({
      text: problemText(`accounts/${code}`, params),
      // Whether many people use it only the server knows: this browser has no list.
      met: code === 'password-common' ? null : password !== '' && !broken.has(code),
    }));
  };
}
