import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { readSignUpForm, type SignUpValues } from '../../../domain/accounts/sign-up-form.ts';
import type { SignUpFieldName } from '../../../domain/accounts/sign-up.ts';
import { Page } from '../../context/page.tsx';
import { useProblemText } from '../../texts/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { StepForm } from '../../ui/form/step-form.tsx';
import { useForm, type Fault } from '../../ui/form/use-form.ts';
import { Card, Stack } from '../../ui/layout.tsx';
import { SignUpFieldInput } from './field-input.tsx';
import type { StepProps } from './step-props.ts';
import { useAction } from '../../ui/use-action.ts';

export type FormFault = { field: SignUpFieldName; text: string };

/** The site's own list of fields; `refused` is what the server found wrong after the confirmation. */
export function FormStep({ draft, way, back, next, refused }: StepProps & { refused: readonly FormFault[] }) {
  const { fields, loginIdRule } = way;
  const t = useTranslations('accounts.signUp');
  const ui = useTranslations('ui');
  const problemText = useProblemText();
  const form = useForm<SignUpValues, SignUpFieldName>(draft.values.values);
  const { busy, problem, run } = useAction();
  const named = ({ field, text }: FormFault): Fault<SignUpFieldName> => ({ field, label: t(`fields.${field}`), text });

  useEffect(() => {
    if (refused.length > 0) form.show(refused.map(named));
    // oxlint-disable-next-line react/exhaustive-deps -- once, when coming back with faults
  }, [refused]);

  function change(changes: SignUpValues): void {
    for (const [field, value] of Object.entries(changes)) form.set(field as SignUpFieldName, value);
    draft.change({ values: { ...draft.values.values, ...changes } });
  }

  function submit(): void {
    const verdict = readSignUpForm(form.values, fields, loginIdRule);
    const faults = verdict.ok
      ? []
      : verdict.faults.map(({ field, code, params }) => named({ field, text: problemText(code, params) }));
    if (!form.show(faults)) return;
    void run(async () => {
      await draft.commit({ values: form.values });
      next();
    });
  }

  return (
    <Page title={t('form.title')} part={t('title')} width="reading" lead={t('form.lead', { required: ui('required') })}>
      <StepForm
        form={form}
        onSubmit={submit}
        problem={problem}
        saved={draft.state}
        back={
          back && (
            <Button kind="secondary" onClick={back}>
              {ui('back')}
            </Button>
          )
        }
        next={
          <Button type="submit" busy={busy}>
            {t('form.next')}
          </Button>
        }
      >
        <Card>
          <Stack>
            {fields.map(({ field, required }) => (
              <SignUpFieldInput
                key={field}
                field={field}
                required={required}
                id={form.idOf(field)}
                fault={form.faultOf(field)}
                values={form.values}
                onChange={(value) => change({ [field]: value })}
                fields={fields.map((one) => one.field)}
                onFill={change}
                loginIdRule={loginIdRule}
              />
            ))}
          </Stack>
        </Card>
      </StepForm>
    </Page>
  );
}
