import { useTranslations } from 'use-intl';
import { normaliseCode } from '../../../domain/identifiers/code.ts';
import { answer, api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { siteId } from '../../context/address.ts';
import { Page } from '../../context/page.tsx';
import { Button } from '../../ui/button.tsx';
import { StepForm } from '../../ui/form/step-form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Resend } from './resend.tsx';
import type { StepProps } from './step-props.ts';
import { keepToken } from './token.ts';
import { useAction } from '../../ui/use-action.ts';

type Props = StepProps & {
  /** Back to the address, where a new sign-up with another one does no harm. */
  correct: (() => void) | null;
};

export function CodeStep({ draftId, draft, next, correct }: Props) {
  const t = useTranslations('accounts.signUp.code');
  const words = useTranslations('accounts.signUp');
  const form = useForm({ code: '' });
  const { busy, problem, run } = useAction();
  const { received } = draft.values;
  if (!received) return null;
  const { signUp, mail } = received;

  function refuse(text: string): true {
    form.show([{ field: 'code', label: t('label'), text }]);
    return true;
  }
  function submit(): void {
    const code = normaliseCode(form.values.code).replace(/[\s-]/gu, '');
    if (!/^[0-9]+$/.test(code)) {
      refuse(t('digits'));
      return;
    }
    void run(
      async () => {
        const { passwordToken } = await answer(
          api.POST('/api/{site}/sign-ups/{signUp}/code', {
            params: { path: { site: siteId, signUp } },
            body: { code },
          }),
        );
        if (passwordToken !== null) keepToken(draftId, passwordToken);
        // The password was chosen with the address: the account is there now.
        else await draft.commit({ passwordSet: true });
        next();
      },
      (reason) => reason instanceof ApiProblem && reason.status === 422 && refuse(reason.message),
    );
  }

  return (
    <Page title={t('title')} part={words('title')} width="reading" lead={t('lead', { mail })}>
      <StepForm
        form={form}
        onSubmit={submit}
        problem={problem}
        back={
          correct && (
            <Button kind="secondary" onClick={correct}>
              {t('correct')}
            </Button>
          )
        }
        next={
          <Button type="submit" busy={busy}>
            {t('submit')}
          </Button>
        }
      >
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
      </StepForm>
      <Resend signUp={signUp} />
    </Page>
  );
}
