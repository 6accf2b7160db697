import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { normaliseCode } from '../../../domain/identifiers/code.ts';
import { answer, api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { siteId } from '../../context/address.ts';
import { Page } from '../../context/page.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Stack } from '../../ui/layout.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { WizardButtons } from '../../ui/wizard.tsx';
import { Resend } from './resend.tsx';
import type { StepProps } from './step-props.ts';
import { keepToken } from './token.ts';

export function CodeStep({ draftId, draft, next }: StepProps) {
  const t = useTranslations('accounts.signUp.code');
  const words = useTranslations('accounts.signUp');
  const form = useForm({ code: '' });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { received } = draft.values;
  if (!received) return null;
  const { signUp, mail } = received;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const code = normaliseCode(form.values.code).replace(/[\s-]/gu, '');
    if (!form.show(/^[0-9]+$/.test(code) ? [] : [{ field: 'code', label: t('label'), text: t('digits') }])) return;
    setBusy(true);
    setProblem(null);
    try {
      const { passwordToken } = await answer(
        api.POST('/api/{site}/sign-ups/{signUp}/code', { params: { path: { site: siteId, signUp } }, body: { code } }),
      );
      keepToken(draftId, passwordToken);
      next();
    } catch (reason) {
      const wrong = reason instanceof ApiProblem && reason.status === 422;
      if (wrong) form.show([{ field: 'code', label: t('label'), text: reason.message }]);
      else setProblem(reason);
      setBusy(false);
    }
  }

  return (
    <Page title={t('title')} part={words('title')} width="reading" lead={t('lead', { mail })}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          <ErrorSummary {...form} />
          <TextField
            id={form.idOf('code')}
            label={t('label')}
            required
            support={t('support')}
            fault={form.faultOf('code')}
            value={form.values.code}
            onChange={(code) => form.set('code', code)}
            width="short"
            inputMode="numeric"
            autoComplete="one-time-code"
          />
          {problem !== null && <ErrorState problem={problem} />}
          <WizardButtons
            next={
              <Button type="submit" busy={busy}>
                {t('submit')}
              </Button>
            }
          />
        </Stack>
      </form>
      <Resend signUp={signUp} />
    </Page>
  );
}
