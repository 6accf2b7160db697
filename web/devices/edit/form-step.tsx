import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RegistrationField, RegistrationValues } from '../../../domain/devices/fields.ts';
import { checkPurchase } from '../../../domain/devices/register.ts';
import type { Draft } from '../../context/draft.ts';
import { ButtonTo } from '../../context/links.tsx';
import { Page } from '../../context/page.tsx';
import { useProblemText } from '../../texts/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { StepForm } from '../../ui/form/step-form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Card } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { DeviceFields } from '../device-fields.tsx';
import { useChangeable, useNoun, useOptions, useFieldLabel } from '../options.ts';
import type { RefusedField } from '../register/faults.ts';
import type { Device } from '../requests.ts';
import { today } from '../today.ts';
import { formValues, judgeEdit, type ChangedField, type EditDraft } from './state.ts';

type Props = {
  organization: string;
  shown: Device;
  draft: Draft<EditDraft>;
  refused: readonly RefusedField[];
  next: () => void;
};
type Found = { field: ChangedField; text: string };

export function FormStep({ organization, shown, draft, refused, next }: Props) {
  const t = useTranslations('devices');
  const label = useFieldLabel();
  const ui = useTranslations('ui');
  const noun = useNoun();
  const problemText = useProblemText();
  const { models } = useOptions();
  const fields = useChangeable();
  const maySettle = models.some(({ id, registeredTo }) => id === shown.model && registeredTo.length > 0);
  const form = useForm<object, ChangedField>({});
  const { busy, problem, run } = useAction();
  const [unchanged, setUnchanged] = useState(0);
  const { typed } = draft.values;
  const named = ({ field, text }: Found) => ({ field, label: label(field), text });

  useEffect(() => {
    const own = refused.flatMap(({ field, text }): Found[] =>
      field === 'serial' || field === 'claimCode' ? [] : [{ field, text }],
    );
    if (own.length > 0) form.show(own.map(named));
    // oxlint-disable-next-line react/exhaustive-deps -- once, when coming back with faults
  }, [refused]);

  function change(part: Partial<RegistrationValues>): void {
    for (const field of Object.keys(part)) form.clear(field as RegistrationField);
    setUnchanged(0);
    draft.change({ typed: { ...draft.values.typed, ...part } });
  }
  function submit(): void {
    const edited = judgeEdit(shown, draft.values, fields, today());
    const faults: Found[] = edited.ok
      ? []
      : edited.faults.map(({ field, code, params }) => ({ field, text: problemText(code, params) }));
    const purchase = edited.ok ? checkPurchase(edited.values.purchasedOn, shown.shippedOn) : null;
    if (purchase && !purchase.ok)
      faults.push({ field: 'purchasedOn', text: problemText(`devices/${purchase.code}`, purchase.params) });
    if (!form.show(faults.map(named))) return;
    if (edited.ok && edited.changed.length === 0) {
      setUnchanged((times) => times + 1);
      return;
    }
    void run(async () => {
      await draft.commit({});
      next();
    });
  }

  return (
    <Page title={t('edit.title', noun)} part={shown.serial} width="reading" lead={t('edit.formLead')}>
      <StepForm
        form={form}
        onSubmit={submit}
        problem={problem}
        saved={draft.state}
        back={
          <ButtonTo kind="secondary" to="/o/$organization/devices/$device" params={{ organization, device: shown.id }}>
            {ui('cancel')}
          </ButtonTo>
        }
        next={
          <Button type="submit" busy={busy}>
            {ui('confirm')}
          </Button>
        }
      >
        <DeviceFields
          form={form}
          asked={fields}
          values={formValues(shown.values, typed)}
          days={{ from: shown.shippedOn, to: today() }}
          onChange={change}
        />
        {maySettle && (
          <Card>
            <TextField
              code
              width="medium"
              id={form.idOf('registeredTo')}
              label={t('fields.registeredTo')}
              support={t('edit.registeredTo')}
              fault={form.faultOf('registeredTo')}
              value={draft.values.registeredTo ?? shown.registeredTo?.serial ?? ''}
              onChange={(registeredTo) => {
                form.clear('registeredTo');
                setUnchanged(0);
                draft.change({ registeredTo });
              }}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
            />
          </Card>
        )}
        {unchanged > 0 && (
          <Notice key={unchanged} live>
            {t('edit.unchanged')}
          </Notice>
        )}
      </StepForm>
    </Page>
  );
}
