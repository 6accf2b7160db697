import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '../../api/problem.ts';
import { useEntered } from '../../context/session.ts';
import { useProblemText } from '../../texts/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Stack } from '../../ui/layout.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useAction } from '../../ui/use-action.ts';
import { answerWithCode } from './requests.ts';

const words = {
  totp: { title: 'totpTitle', label: 'totp', support: 'totpSupport' },
  'recovery-code': { title: 'codeTitle', label: 'code', support: 'codeSupport' },
} as const;

type Props = { kind: 'totp' | 'recovery-code'; explain: (problem: unknown) => boolean };

/** The second step by what somebody types. */
export function ByCode({ kind, explain }: Props) {
  const t = useTranslations('second-factor.step');
  const problemText = useProblemText();
  const entered = useEntered();
  const form = useForm({ code: '' });
  const { busy, problem, run } = useAction();
  const { title, label, support } = words[kind];
  const fault = (text: string) => form.show([{ field: 'code', label: t(label), text }]);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (form.values.code.trim() === '') {
      fault(problemText('identifiers/required'));
      return;
    }
    void run(
      // The gate leads on once there is a session.
      async () => entered(await answerWithCode(kind, form.values.code)),
      (reason) => {
        if (!(reason instanceof ApiProblem) || reason.code !== 'accounts/second-factor-wrong') return explain(reason);
        form.set('code', '');
        return !fault(reason.message);
      },
    );
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <h2>{t(title)}</h2>
        <ErrorSummary {...form} />
        <TextField
          required
          width="short"
          id={form.idOf('code')}
          label={t(label)}
          support={t(support)}
          fault={form.faultOf('code')}
          value={form.values.code}
          onChange={(value) => form.set('code', value)}
          autoComplete={kind === 'totp' ? 'one-time-code' : 'off'}
          inputMode={kind === 'totp' ? 'numeric' : 'text'}
          autoCapitalize="characters"
          spellCheck={false}
        />
        <ErrorState problem={problem} />
        <div>
          <Button type="submit" busy={busy}>
            {t('submit')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
