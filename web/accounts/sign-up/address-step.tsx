import { useTranslations } from 'use-intl';
import { refusedAt } from '../../api/problem.ts';
import { readSignUpForm } from '../../../domain/accounts/sign-up-form.ts';
import { answer, api } from '../../api/client.ts';
import { useIdempotent } from '../../api/idempotency.ts';
import { siteId } from '../../context/address.ts';
import { Page } from '../../context/page.tsx';
import { useProblemText } from '../../texts/problem-text.ts';
import { useLanguage } from '../../texts/texts.tsx';
import { Button } from '../../ui/button.tsx';
import { StepForm } from '../../ui/form/step-form.tsx';
import { MailField } from '../../ui/form/text-field.tsx';
import { useForm, type Fault } from '../../ui/form/use-form.ts';
import { Card, Stack } from '../../ui/layout.tsx';
import { useAction } from '../../ui/use-action.ts';
import { NewPasswordFields, useNewPasswordFaults } from '../passwords/new-password.tsx';
import type { StepProps } from './step-props.ts';

type Values = { mail: string; password: string; again: string };

/** Address and password at once; the code comes next (U-01). The address is kept while it is typed, the password never. */
export function AddressStep({ draft, way, back, next }: StepProps) {
  const t = useTranslations('accounts.signUp.addressAndPassword');
  const words = useTranslations('accounts');
  const ui = useTranslations('ui');
  const problemText = useProblemText();
  const { language } = useLanguage();
  const send = useIdempotent();
  const labels = { password: words('setPassword.password'), again: words('setPassword.again') };
  const passwordFaults = useNewPasswordFaults(labels);
  const { values, agreed } = draft.values;
  const form = useForm<Values>({ mail: typeof values.mail === 'string' ? values.mail : '', password: '', again: '' });
  const { busy, problem, run } = useAction();
  const atMail = (text: string): Fault<'mail'> => ({ field: 'mail', label: words('signUp.fields.mail'), text });

  function faults(): Fault<keyof Values>[] {
    const read = readSignUpForm({ mail: form.values.mail }, way.fields);
    const mail = read.ok ? [] : read.faults.map(({ code, params }) => atMail(problemText(code, params)));
    return [...mail, ...passwordFaults(form.values)];
  }
  function explain(reason: unknown): boolean {
    const mail = refusedAt(reason, '/values/mail');
    const password = refusedAt(reason, '/password');
    const found: Fault<keyof Values>[] = mail ? [atMail(mail)] : [];
    if (password) found.push({ field: 'password', label: labels.password, text: password });
    return found.length > 0 && !form.show(found);
  }
  function submit(): void {
    if (!form.show(faults())) return;
    const { mail, password } = form.values;
    const body = { organization: way.organization, values: { mail }, password, agreed, language };
    void run(async () => {
      const received = await send(body, (header) =>
        answer(api.POST('/api/{site}/sign-ups', { params: { path: { site: siteId }, header }, body })),
      );
      await draft.commit({ received });
      next();
    }, explain);
  }

  return (
    <Page title={t('title')} part={words('signUp.title')} width="reading" lead={t('lead')}>
      <StepForm
        form={form}
        onSubmit={submit}
        problem={problem}
        back={
          back && (
            <Button kind="secondary" onClick={back}>
              {ui('back')}
            </Button>
          )
        }
        next={
          <Button type="submit" icon="mail" busy={busy}>
            {t('submit')}
          </Button>
        }
      >
        <Card>
          <Stack>
            <MailField
              required
              id={form.idOf('mail')}
              label={words('signUp.fields.mail')}
              support={words('signUp.support.mail')}
              fault={form.faultOf('mail')}
              value={form.values.mail}
              onChange={(mail) => {
                form.set('mail', mail);
                draft.change({ values: { ...draft.values.values, mail } });
              }}
              autoComplete="username"
            />
            <NewPasswordFields form={form} labels={labels} />
          </Stack>
        </Card>
      </StepForm>
    </Page>
  );
}
