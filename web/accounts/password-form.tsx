import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { answer, api } from '../api/client.ts';
import { siteId } from '../context/address.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/form/error-summary.tsx';
import { useForm } from '../ui/form/use-form.ts';
import { Card, Stack } from '../ui/layout.tsx';
import { ErrorState } from '../ui/states.tsx';
import { useAction } from '../ui/use-action.ts';
import { NewPasswordFields, refusedAt, useNewPasswordFaults, type NewPassword } from './passwords/new-password.tsx';

type Props = { token: string; loginId: string; secondFactor?: boolean; onDone: () => Promise<void> | void };

/** Sets a password with the proof of a mailed link or code. */
export function PasswordForm({ token, loginId, secondFactor = false, onDone }: Props) {
  const t = useTranslations('accounts.setPassword');
  const labels = { password: t('password'), again: t('again') };
  const faults = useNewPasswordFaults(labels, secondFactor);
  const form = useForm<NewPassword>({ password: '', again: '' });
  const { busy, problem, run } = useAction();

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!form.show(faults(form.values))) return;
    const { password } = form.values;
    void run(
      async () => {
        await answer(
          api.POST('/api/{site}/passwords', { params: { path: { site: siteId } }, body: { token, password } }),
        );
        await onDone();
      },
      (reason) => {
        const text = refusedAt(reason, '/password');
        return text !== '' && !form.show([{ field: 'password', label: labels.password, text }]);
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
          <NewPasswordFields form={form} labels={labels} secondFactor={secondFactor} />
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
