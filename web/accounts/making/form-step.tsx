import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { SignUpValues } from '../../../domain/accounts/sign-up-form.ts';
import type { Draft } from '../../context/draft.ts';
import { Page } from '../../context/page.tsx';
import { useProblemText } from '../../texts/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { StepForm } from '../../ui/form/step-form.tsx';
import { RadioGroup } from '../../ui/form/radio-group.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Card, Stack } from '../../ui/layout.tsx';
import { useAction } from '../../ui/use-action.ts';
import { SignUpFieldInput } from '../sign-up/field-input.tsx';
import { useFieldLabel } from './labels.ts';
import { LogInFields } from './log-in-fields.tsx';
import type { AccountWay } from './requests.ts';
import { judgeAccount, wayOf, type FieldName, type NewAccountDraft } from './state.ts';

export type FormFault = { field: FieldName; text: string };
type Props = {
  ways: readonly AccountWay[];
  draft: Draft<NewAccountDraft>;
  refused: readonly FormFault[];
  next: () => void;
};

export function FormStep({ ways, draft, refused, next }: Props) {
  const t = useTranslations('new-accounts.form');
  const words = useTranslations('new-accounts');
  const labelOf = useFieldLabel();
  const problemText = useProblemText();
  const form = useForm<Record<FieldName, unknown>, FieldName>({} as Record<FieldName, unknown>);
  const { busy, problem, run } = useAction();
  const { values } = draft;
  const way = wayOf(ways, values);
  const named = ({ field, text }: FormFault) => ({ field, label: labelOf(field), text });

  useEffect(() => {
    if (refused.length > 0) form.show(refused.map(named));
    // oxlint-disable-next-line react/exhaustive-deps -- once, when coming back with faults
  }, [refused]);

  function change(changes: Partial<NewAccountDraft>): void {
    for (const field of Object.keys(changes)) form.clear(field as FieldName);
    draft.change(changes);
  }
  function changeValues(changes: SignUpValues): void {
    for (const field of Object.keys(changes)) form.clear(field as FieldName);
    draft.change({ values: { ...values.values, ...changes } });
  }
  function submit(): void {
    const faults = judgeAccount(ways, values).map(({ field, code, params }) =>
      named({
        field,
        text: code ? problemText(code, params) : t(field === 'opening' ? 'openingMissing' : 'kindMissing'),
      }),
    );
    if (!form.show(faults)) return;
    void run(async () => {
      await draft.commit({});
      next();
    });
  }

  if (ways.length === 0) return <Page title={words('title')} width="reading" lead={words('none')} />;
  return (
    <Page title={words('title')} width="reading" lead={t('lead')}>
      <StepForm
        form={form}
        onSubmit={submit}
        problem={problem}
        saved={draft.state}
        next={
          <Button type="submit" busy={busy}>
            {t('next')}
          </Button>
        }
      >
        {ways.length > 1 && (
          <Card>
            <RadioGroup
              required
              cards
              id={form.idOf('organization')}
              label={t('kind')}
              fault={form.faultOf('organization')}
              value={values.organization ?? ''}
              onChange={(value) => change({ organization: value === 'dealer' ? 'dealer' : 'customer' })}
              choices={ways.map(({ organization }) => ({ value: organization, label: t(`kinds.${organization}`) }))}
            />
          </Card>
        )}
        {way && way.fields.length > 0 && (
          <Card labelledBy="new-account-who">
            <Stack>
              <h2 id="new-account-who">{t('who')}</h2>
              {way.fields.map(({ field, required }) => (
                <SignUpFieldInput
                  key={field}
                  field={field}
                  required={required}
                  id={form.idOf(field)}
                  fault={form.faultOf(field)}
                  values={values.values}
                  onChange={(value) => changeValues({ [field]: value })}
                  fields={way.fields.map((one) => one.field)}
                  onFill={changeValues}
                />
              ))}
            </Stack>
          </Card>
        )}
        {way && <LogInFields way={way} values={values} form={form} onChange={change} />}
      </StepForm>
    </Page>
  );
}
