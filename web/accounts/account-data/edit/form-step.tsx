import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AccountFieldName, AccountValues } from '../../../../domain/accounts/account-data.ts';
import type { Draft } from '../../../context/draft.ts';
import { Page } from '../../../context/page.tsx';
import { useProblemText } from '../../../texts/problem-text.ts';
import { useReasonFault } from '../../../texts/reason-fault.ts';
import { Button } from '../../../ui/button.tsx';
import { StepForm } from '../../../ui/form/step-form.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useForm, type Fault } from '../../../ui/form/use-form.ts';
import { Card, Stack } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useAction } from '../../../ui/use-action.ts';
import type { EditOf } from './edit-flow.tsx';
import { EditField } from './edit-field.tsx';
import { formValues, judgeEdit, type EditDraft } from './state.ts';

type FormField = AccountFieldName | 'reason';
export type FormFault = { field: FormField; text: string };
type Props = { of: EditOf; draft: Draft<EditDraft>; refused: readonly FormFault[]; next: () => void };

export function FormStep({ of, draft, refused, next }: Props) {
  const t = useTranslations('account-data.edit');
  const labels = useTranslations('accounts.signUp.fields');
  const managed = useTranslations('account-data.managed');
  const problemText = useProblemText();
  const reasonFault = useReasonFault();
  const { account, asksReason } = of;
  const { typed, reason } = draft.values;
  const form = useForm<Record<FormField, unknown>, FormField>({} as Record<FormField, unknown>);
  const { busy, problem, run } = useAction();
  const [unchanged, setUnchanged] = useState(0);
  const labelOf = (field: FormField): string => (field === 'reason' ? managed('reason') : labels(field));
  const named = ({ field, text }: FormFault): Fault<FormField> => ({ field, label: labelOf(field), text });
  const values = formValues(account, typed);
  const editable = account.fields.filter((one) => one.editable);

  useEffect(() => {
    if (refused.length > 0) form.show(refused.map(named));
    // oxlint-disable-next-line react/exhaustive-deps -- once, when coming back with faults
  }, [refused]);

  function change(changes: Partial<AccountValues>): void {
    for (const field of Object.keys(changes)) form.clear(field as FormField);
    setUnchanged(0);
    draft.change({ typed: { ...draft.values.typed, ...changes } });
  }

  function faultsNow(): FormFault[] {
    const verdict = judgeEdit(account, typed);
    const faults: FormFault[] = verdict.ok
      ? []
      : verdict.faults.map(({ field, code, params }) => ({
          field: field as AccountFieldName,
          text: problemText(code, params),
        }));
    const text = asksReason ? reasonFault(reason) : '';
    if (text !== '') faults.push({ field: 'reason', text });
    return faults;
  }

  function submit(): void {
    const verdict = judgeEdit(account, typed);
    if (!of.first && verdict.ok && verdict.changed.length === 0) {
      form.show([]);
      setUnchanged((times) => times + 1);
      return;
    }
    if (!form.show(faultsNow().map(named))) return;
    void run(async () => {
      await draft.commit({});
      next();
    });
  }

  return (
    <Page title={of.formTitle} part={of.part} width="reading" lead={of.formLead}>
      <StepForm
        form={form}
        onSubmit={submit}
        problem={problem}
        saved={draft.state}
        back={of.leave}
        next={
          <Button type="submit" busy={busy}>
            {of.first?.next ?? t('next')}
          </Button>
        }
      >
        <Card>
          <Stack>
            {editable.map(({ field, required }) => (
              <EditField
                key={field}
                field={field}
                required={required}
                id={form.idOf(field)}
                fault={form.faultOf(field)}
                values={values}
                onChange={change}
                fields={editable.map((one) => one.field)}
              />
            ))}
            {asksReason && (
              <TextField
                required
                id={form.idOf('reason')}
                label={managed('reason')}
                support={managed('reasonSupport')}
                fault={form.faultOf('reason')}
                value={reason}
                onChange={(text) => {
                  form.clear('reason');
                  draft.change({ reason: text });
                }}
              />
            )}
          </Stack>
        </Card>
        {unchanged > 0 && (
          <Notice key={unchanged} live>
            {t('unchanged')}
          </Notice>
        )}
      </StepForm>
    </Page>
  );
}
