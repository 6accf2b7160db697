import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RegistrationField, RegistrationValues } from '../../../domain/devices/fields.ts';
import { useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../../api/problem.ts';
import type { Draft } from '../../context/draft.ts';
import { Page } from '../../context/page.tsx';
import { Button } from '../../ui/button.tsx';
import { StepForm } from '../../ui/form/step-form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { Card, Stack } from '../../ui/layout.tsx';
import { useAction } from '../../ui/use-action.ts';
import { DeviceFields } from '../device-fields.tsx';
import { useNoun, useOptions } from '../options.ts';
import { reviewQuery } from '../requests.ts';
import { faultsOf, useFaultLabel, type FaultField, type RefusedField } from './faults.ts';
import { AskMaker } from './ask-maker.tsx';
import { OwnData } from './own-data.tsx';
import { SerialFields } from './serial-fields.tsx';
import { requestOf, type RegisterDraft } from './state.ts';
import { today } from '../today.ts';

type Props = {
  organization: string;
  draft: Draft<RegisterDraft>;
  /** What the server refused after "register". */
  refused: readonly RefusedField[];
  next: () => void;
};

/** Everything about one device on one page (U-03); the server looks at all of it before anything is confirmed. */
export function FormStep({ organization, draft, refused, next }: Props) {
  const t = useTranslations('devices.register');
  const ui = useTranslations('ui');
  const noun = useNoun();
  const { fields } = useOptions();
  const client = useQueryClient();
  const labelOf = useFaultLabel();
  const form = useForm<object, FaultField>({});
  const { busy, problem, run } = useAction();
  const [missed, setMissed] = useState<readonly RefusedField[]>([]);
  const { values } = draft.values;

  useEffect(() => {
    if (refused.length === 0) return;
    setMissed(refused);
    form.show(refused.map(({ field, text }) => ({ field, label: labelOf(field), text })));
    // oxlint-disable-next-line react/exhaustive-deps -- once, when coming back with faults
  }, [refused]);

  function change(part: Partial<RegisterDraft>, changed: readonly FaultField[]): void {
    for (const field of changed) form.clear(field);
    if (changed.includes('serial') || changed.includes('claimCode')) setMissed([]);
    draft.change({ ...part, reviewed: '' });
  }
  function changeValues(part: Partial<RegistrationValues>): void {
    change({ values: { ...values, ...part } }, Object.keys(part) as RegistrationField[]);
  }
  function explain(reason: unknown): boolean {
    const faults = faultsOf(reason);
    setMissed(faults);
    return faults.length > 0 && !form.show(faults.map(({ field, text }) => ({ field, label: labelOf(field), text })));
  }
  function submit(): void {
    form.show([]);
    setMissed([]);
    void run(async () => {
      const request = requestOf(draft.values);
      await client.fetchQuery({ ...reviewQuery(organization, request), staleTime: 0 });
      await draft.commit({ reviewed: JSON.stringify(request) });
      next();
    }, explain);
  }

  return (
    <Page title={t('formTitle', noun)} part={t('title', noun)} width="reading" lead={t('formLead', noun)}>
      <StepForm
        form={form}
        onSubmit={submit}
        problem={problem}
        saved={draft.state}
        next={
          <Button type="submit" busy={busy}>
            {ui('confirm')}
          </Button>
        }
      >
        <Card labelledBy="part-device">
          <Stack>
            <h2 id="part-device">{t('devicePart', noun)}</h2>
            <SerialFields form={form} values={draft.values} onChange={change} />
            <AskMaker refused={missed} organization={organization} serial={draft.values.serial} />
          </Stack>
        </Card>
        <DeviceFields
          form={form}
          asked={fields}
          values={values}
          days={{ from: null, to: today() }}
          onChange={changeValues}
          beforeUser={<OwnData onTake={changeValues} />}
        />
      </StepForm>
      {problem instanceof ApiProblem && problem.code === 'devices/too-many-tries' && (
        <AskMaker
          organization={organization}
          serial={draft.values.serial}
          refused={[{ field: 'serial', code: problem.code, text: '', params: {} }]}
        />
      )}
    </Page>
  );
}
