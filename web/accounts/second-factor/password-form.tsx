import type { FormEvent, ReactNode } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import { useSession } from '../../context/session.ts';
import { Button, type ButtonKind } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { usePasswordForm } from '../account-data/use-password-form.ts';

/** Refusals that are about the present password, though they name no field. */
const locked = ['accounts/login-locked', 'accounts/login-refused-or-locked'];

type Props = {
  label: string;
  submit: string;
  kind?: ButtonKind;
  beside?: ReactNode;
  onSubmit: (password: string) => Promise<unknown>;
};

/** Asks for the present password before what matters is changed. */
export function PasswordForm({ label, submit, kind = 'primary', beside, onSubmit }: Props) {
  const { user } = useSession();
  const { form, isFilled, explain } = usePasswordForm<never>({ password: label });
  const { busy, problem, run } = useAction();

  function explainLocked(reason: unknown): boolean {
    if (!(reason instanceof ApiProblem) || !locked.includes(reason.code)) return explain(reason);
    form.show([{ field: 'password', label, text: reason.message }]);
    return true;
  }
  function send(event: FormEvent): void {
    event.preventDefault();
    if (isFilled()) void run(() => onSubmit(form.values.password), explainLocked);
  }

  return (
    <form onSubmit={send} noValidate>
      <Stack>
        <ErrorSummary {...form} />
        <input type="text" name="username" autoComplete="username" value={user.loginId} readOnly hidden />
        <PasswordField
          required
          id={form.idOf('password')}
          label={label}
          fault={form.faultOf('password')}
          value={form.values.password}
          onChange={(value) => form.set('password', value)}
          autoComplete="current-password"
        />
        <ErrorState problem={problem} />
        <Row>
          <Button type="submit" kind={kind} busy={busy}>
            {submit}
          </Button>
          {beside}
        </Row>
      </Stack>
    </form>
  );
}
